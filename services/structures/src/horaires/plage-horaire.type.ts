import { Directive, Field, ObjectType } from "type-graphql";
import { Jour } from "../enums.type.ts";

@ObjectType({ description: "Un créneau d'ouverture d'un jour ; une nuit en fait deux, le premier jusqu'à 24:00." })
@Directive("@shareable")
export class PlageHoraire {
  @Field(() => Jour, { description: "Jour de la semaine, ou jour férié." })
  jour!: Jour;
  @Field(() => String, { description: "Début, « HH:MM », heure du lieu." })
  debut!: string;
  @Field(() => String, { description: "Fin, « HH:MM », « 24:00 » au plus." })
  fin!: string;
  @Field(() => Boolean, { description: "On y vient sans rendez-vous." })
  sansRendezVous!: boolean;
}

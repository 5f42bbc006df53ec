import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ObjectType } from "type-graphql";
import { PhaseProjet } from "../enums.type.ts";

@ObjectType({ description: "Une phase du projet d'une CPTS, de son premier jour à la veille de la suivante." })
export class PhaseDeCpts {
  @Field(() => PhaseProjet, { description: "La phase." })
  phase!: PhaseProjet;
  @Field(() => GraphQLIsoDate, { description: "Premier jour." })
  depuis!: string;
  @Field(() => String, { description: "Qui l'a dit." })
  source!: string;
}

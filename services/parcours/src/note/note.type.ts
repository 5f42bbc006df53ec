import { GraphQLInstant } from "@coordination/vocabulaire";
import { Field, ObjectType } from "type-graphql";
import { ActeurDuParcours } from "../dossier/dossier.type.ts";

@ObjectType({ description: "Une note de l'équipe." })
export class Note {
  @Field(() => ActeurDuParcours, { description: "Qui l'a écrite." })
  auteur!: ActeurDuParcours;
  @Field(() => String, { description: "Son texte." })
  texte!: string;
  @Field(() => GraphQLInstant, { description: "Quand." })
  le!: string;
}

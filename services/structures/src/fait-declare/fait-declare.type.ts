import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description: "Un fait qu'aucun registre ne dit d'une structure : qui l'a déclaré, et quand.",
})
export class FaitDeclare {
  @Field(() => String, { description: "Le champ de la structure qui le montre, par son nom dans le schéma." })
  champ!: string;
  @Field(() => String, { description: "Qui l'a dit." })
  source!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Quand ; nul quand ce jour n'a pas été noté." })
  declareLe!: string | null;
}

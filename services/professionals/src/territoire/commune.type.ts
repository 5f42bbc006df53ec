import { GraphQLCodeInsee } from "@coordination/vocabulaire";
import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Une commune, décrite par l'annuaire des structures et des territoires." })
@Directive('@key(fields: "codeInsee")')
export class Commune {
  @Field(() => GraphQLCodeInsee, { description: "Code INSEE." })
  codeInsee!: string;
}

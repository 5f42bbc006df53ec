import { GraphQLCodeInsee } from "@coordination/vocabulaire";
import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType()
@Directive('@key(fields: "codeInsee")')
export class Commune {
  @Field(() => GraphQLCodeInsee)
  codeInsee!: string;
}

import { GraphQLCodeInsee } from "@coordination/vocabulaire";
import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType()
@Directive('@key(fields: "codeInsee")')
export class Commune {
  @Field(() => GraphQLCodeInsee)
  codeInsee!: string;
  /** Only where a field provides it: an entity that comes by its key has none here. */
  @Field(() => String)
  @Directive("@external")
  nom?: string;
}

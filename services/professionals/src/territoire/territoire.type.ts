import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Commune } from "./commune.type.ts";

@ObjectType()
@Directive('@key(fields: "id")')
export class Territoire {
  @Field(() => ID)
  id!: string;
  @Field(() => [Commune])
  @Directive("@external")
  communes!: Commune[];
}

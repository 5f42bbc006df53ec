import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Structure")
@Directive('@key(fields: "id")')
@Directive("@interfaceObject")
export class Structure {
  @Field(() => ID)
  id!: string;
}

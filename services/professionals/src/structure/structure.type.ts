import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Structure")
@Directive('@key(fields: "id")')
@Directive("@interfaceObject")
export class Structure {
  @Field(() => ID)
  id!: string;
  /** Only where a field provides it: an entity that comes by its key has none here. */
  @Field(() => String)
  @Directive("@external")
  nom?: string;
}

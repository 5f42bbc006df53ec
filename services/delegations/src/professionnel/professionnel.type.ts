import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType()
@Directive('@key(fields: "id")')
export class Professionnel {
  @Field(() => ID)
  id!: string;
}

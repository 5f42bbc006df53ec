import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "Une personne, décrite par l'annuaire des professionnels." })
@Directive('@key(fields: "id")')
export class Professionnel {
  @Field(() => ID, { description: "Identification nationale : 8 + RPPS." })
  id!: string;
}

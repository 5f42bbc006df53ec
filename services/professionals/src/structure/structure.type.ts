import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Structure", { description: "Une structure, décrite par l'annuaire des structures et des territoires." })
@Directive('@key(fields: "id")')
@Directive("@interfaceObject")
export class Structure {
  @Field(() => ID, { description: "1 suivi du FINESS quand il existe, sinon un UUID. Opaque pour le client." })
  id!: string;
}

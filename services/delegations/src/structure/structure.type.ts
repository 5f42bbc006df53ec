import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Structure", {
  description: "Un lieu ou un dispositif de la santé ou du social : qui il est, où, sous quel statut.",
})
@Directive('@key(fields: "id")')
@Directive("@interfaceObject")
export class Structure {
  @Field(() => ID, { description: "1 suivi du FINESS quand il existe, sinon un UUID. Opaque pour le client." })
  id!: string;
}

import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "Une personne : une seule fiche, quel que soit le nombre de ses activités." })
@Directive('@key(fields: "id")')
export class Professionnel {
  @Field(() => ID, { description: "Identification nationale : 8 + RPPS. Opaque pour le client." })
  id!: string;
}

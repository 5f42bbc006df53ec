import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description: "Accord conventionnel interprofessionnel ; celui d'une CPTS est signé par la CPAM et par l'ARS.",
})
export class Aci {
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date de la signature." })
  signeLe!: string | null;
  @Field(() => String, { nullable: true, description: "La caisse primaire signataire." })
  cpam!: string | null;
  @Field(() => String, { nullable: true, description: "L'agence régionale signataire." })
  ars!: string | null;
  @Field(() => String, { description: "Qui l'a dit." })
  source!: string;
}

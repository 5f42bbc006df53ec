import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "La signature d'un accord conventionnel interprofessionnel." })
export class EnregistrerAciInput {
  @Field(() => ID, { description: "La MSP ou la CPTS." })
  structureId!: string;
  @Field(() => GraphQLIsoDate, { description: "Date de la signature." })
  signeLe!: string;
  @Field(() => String, { description: "La caisse primaire signataire." })
  cpam!: string;
  @Field(() => String, { nullable: true, description: "L'agence régionale signataire ; obligatoire pour une CPTS." })
  ars?: string | null;
  @Field(() => String, { description: "Qui le dit, tel que l'annuaire le montrera." })
  source!: string;
}

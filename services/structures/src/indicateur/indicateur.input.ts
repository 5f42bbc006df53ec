import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, Float, ID, InputType } from "type-graphql";

@InputType({ description: "Un chiffre relevé dans un document." })
export class EnregistrerIndicateurInput {
  @Field(() => ID, { description: "Code stable de la série : lettres majuscules, chiffres et tirets bas." })
  code!: string;
  @Field(() => ID, { nullable: true, description: "Code INSEE de la région ; nul pour le pays entier." })
  region?: string | null;
  @Field(() => String, { description: "Ce qui est compté, et son unité." })
  libelle!: string;
  @Field(() => Float, { description: "Valeur relevée." })
  valeur!: number;
  @Field(() => Float, { nullable: true, description: "Valeur visée." })
  cible?: number | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Jour pour lequel elle est visée." })
  echeance?: string | null;
  @Field(() => GraphQLIsoDate, {
    description: "Jour auquel la valeur se rapporte ; le même jour, la valeur est corrigée.",
  })
  releveLe!: string;
  @Field(() => String, { description: "Le document d'où vient la valeur." })
  source!: string;
}

import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, Float, ID, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "Un chiffre relevé dans un document, avec sa source et sa date ; jamais une valeur calculée par l'annuaire.",
})
export class Indicateur {
  @Field(() => ID, { description: "Code stable de la série." })
  code!: string;
  @Field(() => String, { description: "Ce qui est compté, et son unité." })
  libelle!: string;
  @Field(() => Float, { description: "Valeur relevée." })
  valeur!: number;
  @Field(() => Float, { nullable: true, description: "Valeur visée, quand la source en donne une." })
  cible!: number | null;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Jour pour lequel la valeur est visée ; le dernier de l'année quand la source ne donne que l'année.",
  })
  echeance!: string | null;
  @Field(() => String, { description: "Le document d'où vient la valeur." })
  source!: string;
  @Field(() => GraphQLIsoDate, { description: "Jour auquel la valeur se rapporte." })
  releveLe!: string;
}

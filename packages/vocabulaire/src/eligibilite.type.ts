import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Verdict } from "./enums.type.ts";
import { GraphQLIsoDate } from "./scalars.ts";

@ObjectType({ description: "Une condition d'une règle, évaluée." })
@Directive("@shareable")
export class ConditionEvaluee {
  @Field(() => ID, { description: "Code stable de la condition." })
  code!: string;
  @Field(() => String, { description: "La condition, telle qu'un agent peut la relire." })
  libelle!: string;
  @Field(() => Verdict, { description: "Remplie, non remplie, ou inconnue." })
  verdict!: Verdict;
  @Field(() => String, {
    nullable: true,
    description: "Ce qui a été constaté, par exemple « 5 ans : en dessous de 11 ans ».",
  })
  constat!: string | null;
}

@ObjectType({ description: "Le verdict d'une règle, avec toutes ses conditions." })
@Directive("@shareable")
export class Eligibilite {
  @Field(() => ID, { description: "Code stable de la règle." })
  regle!: string;
  @Field(() => String, { description: "La règle en une phrase." })
  intitule!: string;
  @Field(() => Verdict, { description: "NON si une condition est NON, sinon INCONNU si une est INCONNU, sinon OUI." })
  verdict!: Verdict;
  @Directive("@listSize(assumedSize: 8)")
  @Field(() => [ConditionEvaluee], {
    description: "Toutes les conditions, remplies ou non ; jamais la première seulement.",
  })
  conditions!: ConditionEvaluee[];
  @Field(() => String, { description: "Le texte d'où vient la règle." })
  source!: string;
  @Field(() => GraphQLIsoDate, { description: "Date de la dernière relecture de la règle." })
  relueLe!: string;
}

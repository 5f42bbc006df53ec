import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

const enumOf = <Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };

export const DomaineEvaluation = enumOf([
  "SANTE",
  "AUTONOMIE",
  "SOCIAL",
  "ENVIRONNEMENT",
  "AIDANTS",
  "DROITS",
  "PSYCHIQUE",
]);
export type DomaineEvaluation = keyof typeof DomaineEvaluation;
registerEnumType(DomaineEvaluation, { name: "DomaineEvaluation", description: "Ce qu'une évaluation regarde." });

export const NiveauComplexite = enumOf(["AUCUNE", "FAIBLE", "MODEREE", "FORTE"]);
export type NiveauComplexite = keyof typeof NiveauComplexite;
registerEnumType(NiveauComplexite, { name: "NiveauComplexite", description: "La complexité d'un domaine." });

@ObjectType({ description: "Un domaine évalué." })
export class DomaineEvalue {
  @Field(() => DomaineEvaluation, { description: "Le domaine." })
  domaine!: DomaineEvaluation;
  @Field(() => NiveauComplexite, { description: "Sa complexité." })
  niveau!: NiveauComplexite;
  @Field(() => String, { nullable: true, description: "Ce qui a été constaté." })
  constat!: string | null;
}

@ObjectType({ description: "Une évaluation multidimensionnelle, sur une grille et sa version." })
export class Evaluation {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => String, { description: "La grille." })
  grille!: string;
  @Field(() => String, { description: "Sa version." })
  versionGrille!: string;
  @Field(() => GraphQLIsoDate, { description: "Quand elle a été faite." })
  realiseeLe!: string;
  @Directive("@listSize(assumedSize: 8)")
  @Field(() => [DomaineEvalue], { description: "Les domaines évalués." })
  domaines!: DomaineEvalue[];
  @Field(() => String, { nullable: true, description: "En quelques lignes." })
  synthese!: string | null;
}

@InputType({ description: "Un domaine évalué." })
export class DomaineEvalueInput {
  @Field(() => DomaineEvaluation, { description: "Le domaine." })
  domaine!: DomaineEvaluation;
  @Field(() => NiveauComplexite, { description: "Sa complexité." })
  niveau!: NiveauComplexite;
  @Field(() => String, { nullable: true, description: "Ce qui a été constaté." })
  constat?: string | null;
}

@InputType({ description: "Une évaluation." })
export class EnregistrerEvaluationInput {
  @Field(() => ID, { description: "Le dossier." })
  parcoursId!: string;
  @Field(() => Int, { description: "Sa version, telle qu'on l'a lue." })
  version!: number;
  @Field(() => String, { description: "La grille." })
  grille!: string;
  @Field(() => String, { description: "Sa version." })
  versionGrille!: string;
  @Field(() => GraphQLIsoDate, { description: "Quand elle a été faite ; pas dans l'avenir." })
  realiseeLe!: string;
  @Field(() => [DomaineEvalueInput], { description: "Les domaines évalués, chacun une fois." })
  domaines!: DomaineEvalueInput[];
  @Field(() => String, { nullable: true, description: "En quelques lignes." })
  synthese?: string | null;
}

import { GraphQLIsoDate, Verdict } from "@coordination/vocabulaire";
import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Le projet de santé d'une structure coordonnée : un constat daté, jamais déduit." })
export class ProjetDeSante {
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date du projet." })
  etabliLe!: string | null;
  @Field(() => Verdict, { description: "Cohérence avec le projet régional de santé, constatée par l'ARS." })
  coherencePrs!: Verdict;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date de l'avis sur la cohérence." })
  avisPrsLe!: string | null;
  @Field(() => Verdict, { description: "Validation par l'ARS." })
  validationArs!: Verdict;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date de la validation." })
  valideLe!: string | null;
  @Field(() => String, { nullable: true, description: "Territoire du projet, en clair." })
  territoire!: string | null;
  @Field(() => String, { nullable: true, description: "Modalités de travail en commun." })
  modalites!: string | null;
  @Field(() => [String], { description: "Actions prévues." })
  actions!: string[];
  @Field(() => [String], { description: "Thèmes de santé." })
  themes!: string[];
  @Field(() => String, { description: "Qui a dit ce qu'il contient." })
  source!: string;
  @Field(() => String, {
    nullable: true,
    description: "Qui a dit sa cohérence et sa validation ; nul tant qu'aucune agence ne les a constatées.",
  })
  sourceDesConstats!: string | null;
}

import { GraphQLIsoDate, Verdict } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({
  description:
    "Un projet de santé, désigné par sa structure et sa date. Les constats de l'ARS (cohérence, validation) ne viennent que d'une agence ; les siens disent INCONNU. D'un projet déjà connu, ce qui n'est pas redit de son contenu ne change pas.",
})
export class EnregistrerProjetDeSanteInput {
  @Field(() => ID, { description: "La MSP, l'ESP ou la CPTS." })
  structureId!: string;
  @Field(() => GraphQLIsoDate, { description: "Date du projet." })
  etabliLe!: string;
  @Field(() => Verdict, { description: "Cohérence avec le projet régional de santé." })
  coherencePrs!: Verdict;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date de l'avis sur la cohérence." })
  avisPrsLe?: string | null;
  @Field(() => Verdict, { description: "Validation par l'ARS." })
  validationArs!: Verdict;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date de la validation." })
  valideLe?: string | null;
  @Field(() => String, { nullable: true, description: "Territoire du projet, en clair." })
  territoire?: string | null;
  @Field(() => String, { nullable: true, description: "Modalités de travail en commun." })
  modalites?: string | null;
  @Field(() => [String], { nullable: true, description: "Actions prévues." })
  actions?: string[] | null;
  @Field(() => [String], { nullable: true, description: "Thèmes de santé." })
  themes?: string[] | null;
  @Field(() => String, { description: "Qui le dit, tel que l'annuaire le montrera." })
  source!: string;
}

import { GraphQLIsoDate, Sexe } from "@coordination/vocabulaire";
import { Field, ID, InputType, Int } from "type-graphql";
import { AcquisePar, Geste, NatureDelegation, NiveauRelecture, ObjetCondition } from "../enums.type.ts";
import { ScalaireUrl } from "./delegation.type.ts";

@InputType({ description: "Dans quel cas une condition s'applique ; hors de ce cas, elle est sans objet." })
export class QuandInput {
  @Field(() => Int, { nullable: true, description: "À partir de cet âge, en années." })
  ageMin?: number | null;
  @Field(() => Int, { nullable: true, description: "Jusqu'à cet âge compris, en années." })
  ageMax?: number | null;
  @Field(() => Sexe, { nullable: true, description: "Pour ce sexe." })
  sexe?: Sexe | null;
  @Field(() => ID, { nullable: true, description: "Quand ce critère est présent." })
  critere?: string | null;
}

@InputType({
  description: "Une phrase du texte et la seule façon d'y répondre (un champ, et un seul, après `quand` et `geste`).",
})
export class ConditionInput {
  @Field(() => ID, { description: "Code de la condition, unique dans la délégation." })
  code!: string;
  @Field(() => ObjetCondition, { description: "Sur quoi elle porte." })
  objet!: ObjetCondition;
  @Field(() => String, { description: "La phrase, en français." })
  libelle!: string;
  @Field(() => [ID], { nullable: true, description: "Les actes qu'elle concerne ; tous par défaut." })
  actes?: string[] | null;
  @Field(() => QuandInput, { nullable: true, description: "Le cas où elle s'applique ; toujours par défaut." })
  quand?: QuandInput | null;
  @Field(() => Geste, { nullable: true, description: "Le seul geste qu'elle limite." })
  geste?: Geste | null;
  @Field(() => Int, { nullable: true, description: "Âge minimal compris, en années." })
  ageMin?: number | null;
  @Field(() => Int, { nullable: true, description: "Âge maximal compris, en années." })
  ageMax?: number | null;
  @Field(() => Int, { nullable: true, description: "Âge minimal compris, en mois." })
  ageMoisMin?: number | null;
  @Field(() => Int, { nullable: true, description: "Âge maximal compris, en mois." })
  ageMoisMax?: number | null;
  @Field(() => Sexe, { nullable: true, description: "Le sexe demandé." })
  sexe?: Sexe | null;
  @Field(() => ID, { nullable: true, description: "Critère qui exclut quand il est présent." })
  critereExclu?: string | null;
  @Field(() => ID, { nullable: true, description: "Critère qui doit être présent." })
  critereRequis?: string | null;
  @Field(() => [ID], { nullable: true, description: "Types de structure admis." })
  typesStructure?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Départements admis." })
  departements?: string[] | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Premier jour." })
  du?: string | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris." })
  au?: string | null;
  @Field(() => ID, { nullable: true, description: "Habilitation exigée du professionnel." })
  habilitationRequise?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Vrai : une équipe déclarée est exigée." })
  equipeDeclaree?: boolean | null;
  @Field(() => AcquisePar, { nullable: true, description: "Ce qui la remplit d'avance : l'acte ou la profession." })
  acquisePar?: AcquisePar | null;
  @Field(() => Boolean, { nullable: true, description: "Vrai : elle reste à lire sur le texte, et vaut INCONNU." })
  aVerifierSurLeTexte?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai : le professionnel seul la constate, au moment de l'acte.",
  })
  aVerifierParLeProfessionnel?: boolean | null;
}

@InputType({ description: "Un texte qui fonde la délégation." })
export class FondementInput {
  @Field(() => String, { description: "Le texte, comme on le cite." })
  texte!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Sa date." })
  date?: string | null;
  @Field(() => ScalaireUrl, { nullable: true, description: "Où le lire." })
  url?: URL | string | null;
  @Field(() => String, { nullable: true, description: "Ses articles." })
  article?: string | null;
}

@InputType({ description: "Une version d'une délégation ; publiée, elle ne change plus." })
export class PublierDelegationInput {
  @Field(() => ID, { description: "Code : un nouveau, ou celui d'une délégation dont c'est la version suivante." })
  code!: string;
  @Field(() => String, { description: "Intitulé." })
  intitule!: string;
  @Field(() => String, { description: "Pour le public, en une phrase sans jargon." })
  resumeGrandPublic!: string;
  @Field(() => NatureDelegation, { description: "Ce qu'est le texte." })
  nature!: NatureDelegation;
  @Field(() => [ID], { description: "Professions qui délèguent ; vide quand le texte donne le droit sans délégant." })
  delegants!: string[];
  @Field(() => [ID], { description: "Professions à qui l'on délègue." })
  delegues!: string[];
  @Field(() => [ID], { nullable: true, description: "Savoir-faire exigés des délégués." })
  savoirFaireDelegues?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Savoir-faire exigés des délégants." })
  savoirFaireDelegants?: string[] | null;
  @Field(() => [ID], { description: "Actes couverts." })
  actes!: string[];
  @Field(() => [ConditionInput], { description: "Toutes les conditions, une par phrase du texte." })
  conditions!: ConditionInput[];
  @Field(() => String, { nullable: true, description: "La formation, en une phrase." })
  formation?: string | null;
  @Field(() => [FondementInput], { description: "Les textes." })
  fondements!: FondementInput[];
  @Field(() => GraphQLIsoDate, { description: "Premier jour ; après celui de la version précédente." })
  enVigueurDepuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris." })
  enVigueurJusquA?: string | null;
  @Field(() => NiveauRelecture, { description: "Sur quoi elle a été relue ; A_VERIFIER n'atteint jamais OUI." })
  relecture!: NiveauRelecture;
  @Field(() => String, { description: "Ce qui a été lu, et ce qui ne l'a pas été." })
  source!: string;
}

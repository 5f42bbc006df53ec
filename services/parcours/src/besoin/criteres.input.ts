import {
  GraphQLCodeInsee,
  ModaliteAccueil,
  NatureBesoin,
  Sexe,
  TypeStructure,
  Urgence,
  Verdict,
} from "@coordination/vocabulaire";
import { Field, Float, ID, InputType, Int } from "type-graphql";

@InputType({ description: "Un critère clinique du catalogue des délégations ; celui dont on ne dit rien est inconnu." })
export class CritereCliniqueInput {
  @Field(() => ID, { description: "Code du critère." })
  code!: string;
  @Field(() => Boolean, { description: "Présent ou absent chez la personne." })
  present!: boolean;
}

@InputType({
  description: "La personne, sans rien qui l'identifie ; ce qui n'est pas dit est inconnu, jamais supposé.",
})
export class ProfilPatientInput {
  @Field(() => Int, { nullable: true, description: "Âge révolu en années, de 0 à 130." })
  age?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Âge révolu en mois, pour les tout-petits ; il doit s'accorder avec `age`.",
  })
  ageMois?: number | null;
  @Field(() => Sexe, { nullable: true, description: "Sexe, au sens des conditions des textes." })
  sexe?: Sexe | null;
  @Field(() => Verdict, { description: "Sans médecin traitant." })
  sansMedecinTraitant!: Verdict;
  @Field(() => Verdict, { description: "En affection de longue durée." })
  ald!: Verdict;
  @Field(() => Verdict, { description: "Personne isolée." })
  isole!: Verdict;
  @Field(() => [CritereCliniqueInput], { nullable: true, description: "Critères cliniques connus, 50 au plus." })
  criteresCliniques?: CritereCliniqueInput[] | null;
}

@InputType({
  description:
    "Ce que l'on cherche : au moins une profession, un acte, un type de structure ou une catégorie d'établissement.",
})
export class CriteresBesoinInput {
  @Field(() => GraphQLCodeInsee, { description: "Commune autour de laquelle chercher." })
  codeInsee!: string;
  @Field(() => NatureBesoin, { description: "De quoi la personne a besoin." })
  nature!: NatureBesoin;
  @Field(() => Urgence, { description: "Le délai utile. Une urgence VITALE se traite au 15." })
  urgence!: Urgence;
  @Field(() => [ID], { nullable: true, description: "Professions (TRE_G15, TRE_R94, TRE_R95), 10 au plus." })
  professions?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: "Savoir-faire (TRE_R38) qui précisent les professions, 20 au plus.",
  })
  savoirFaire?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Actes (catalogue des délégations), 10 au plus." })
  actes?: string[] | null;
  @Field(() => [TypeStructure], { nullable: true, description: "Types de structure, 10 au plus." })
  typesStructure?: TypeStructure[] | null;
  @Field(() => [ID], { nullable: true, description: "Catégories d'établissement (TRE_R66), 20 au plus." })
  categories?: string[] | null;
  @Field(() => Float, {
    defaultValue: 20,
    description: "Rayon en kilomètres, à vol d'oiseau : plus de 0, 200 au plus.",
  })
  rayonKm!: number;
  @Field(() => [ModaliteAccueil], { nullable: true, description: "Où et comment la personne peut être reçue." })
  modalites?: ModaliteAccueil[] | null;
  @Field(() => ProfilPatientInput, { description: "La personne, sans rien qui l'identifie." })
  profil!: ProfilPatientInput;
}

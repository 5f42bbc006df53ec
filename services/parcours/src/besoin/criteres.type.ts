import {
  GraphQLCodeInsee,
  ModaliteAccueil,
  NatureBesoin,
  Sexe,
  TypeStructure,
  Urgence,
  Verdict,
} from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "Un critère clinique du catalogue des délégations ; celui dont on ne dit rien est inconnu.",
})
@Directive("@shareable")
export class CritereClinique {
  @Field(() => ID, { description: "Code du critère." })
  code!: string;
  @Field(() => Boolean, { description: "Présent ou absent chez la personne." })
  present!: boolean;
}

@ObjectType({ description: "Ce que les textes demandent de savoir de la personne, sans rien qui l'identifie." })
@Directive("@shareable")
export class ProfilPatient {
  @Field(() => Int, { nullable: true, description: "Âge révolu en années ; nul quand il est inconnu." })
  age!: number | null;
  @Field(() => Int, { nullable: true, description: "Âge révolu en mois, pour les tout-petits." })
  ageMois!: number | null;
  @Field(() => Sexe, {
    nullable: true,
    description: "Sexe, au sens des conditions des textes ; nul quand il est inconnu.",
  })
  sexe!: Sexe | null;
  @Field(() => Verdict, { description: "Sans médecin traitant." })
  sansMedecinTraitant!: Verdict;
  @Field(() => Verdict, { description: "En affection de longue durée." })
  ald!: Verdict;
  @Field(() => Verdict, { description: "Personne isolée." })
  isole!: Verdict;
  @Directive("@listSize(assumedSize: 8)")
  @Field(() => [CritereClinique], { description: "Critères cliniques connus, présents ou absents." })
  criteresCliniques!: CritereClinique[];
}

@ObjectType({
  description:
    "Tout ce que l'annuaire apprend du parcours : pseudonymisé, mais donnée de santé ; jamais journalisé avec un identifiant.",
})
@Directive("@shareable")
export class CriteresBesoin {
  @Field(() => GraphQLCodeInsee, { description: "Commune autour de laquelle on cherche." })
  codeInsee!: string;
  @Field(() => NatureBesoin, { description: "De quoi la personne a besoin." })
  nature!: NatureBesoin;
  @Field(() => Urgence, { description: "Le délai utile." })
  urgence!: Urgence;
  @Field(() => [ID], { description: "Professions demandées (TRE_G15, TRE_R94, TRE_R95)." })
  professions!: string[];
  @Field(() => [ID], { description: "Savoir-faire demandés (TRE_R38)." })
  savoirFaire!: string[];
  @Field(() => [ID], { description: "Actes demandés (catalogue des délégations)." })
  actes!: string[];
  @Field(() => [TypeStructure], { description: "Types de structure demandés." })
  typesStructure!: TypeStructure[];
  @Field(() => [ID], {
    description: "Catégories d'établissement précises (TRE_R66), quand le type ne suffit pas : SSIAD, SAA…",
  })
  categories!: string[];
  @Field(() => Float, { description: "Rayon en kilomètres, à vol d'oiseau." })
  rayonKm!: number;
  @Field(() => [ModaliteAccueil], { description: "Où et comment la personne peut être reçue ; vide : sur place." })
  modalites!: ModaliteAccueil[];
  @Field(() => ProfilPatient, { description: "La personne, sans rien qui l'identifie." })
  profil!: ProfilPatient;
}

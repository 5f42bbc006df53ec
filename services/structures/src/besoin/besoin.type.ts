import {
  GraphQLCodeInsee,
  ModaliteAccueil,
  Motif,
  NatureBesoin,
  TypeStructure,
  Urgence,
  Verdict,
} from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Structure } from "../structure/structure.type.ts";

@ObjectType({ description: "Ce que les textes demandent de savoir de la personne, sans rien qui l'identifie." })
@Directive("@shareable")
export class ProfilPatient {
  @Field(() => Int, { nullable: true, description: "Âge révolu en années ; nul quand il est inconnu." })
  age!: number | null;
  @Field(() => Verdict, { description: "Sans médecin traitant." })
  sansMedecinTraitant!: Verdict;
  @Field(() => Verdict, { description: "En affection de longue durée." })
  ald!: Verdict;
  @Field(() => Verdict, { description: "Personne isolée." })
  isole!: Verdict;
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

@ObjectType({
  description: "Ce dont une personne a besoin, et tout ce qui pourrait y répondre.",
})
@Directive('@key(fields: "id")')
export class Besoin {
  @Field(() => ID, {
    description: "Opaque. Celui d'un besoin simulé porte ses critères, chiffrés, et expire au bout d'un jour.",
  })
  id!: string;
  /** Null when parcours could not give them: the contract says never null, the failed fetch says otherwise. */
  @Field(() => CriteresBesoin, { description: "Les critères du besoin, tenus par le sous-graphe parcours." })
  @Directive("@external")
  criteres!: CriteresBesoin | null;
}

@ObjectType({ description: "Une structure qui pourrait répondre au besoin, et pourquoi." })
@Directive("@shareable")
export class CandidatStructure {
  @Field(() => Structure, { description: "La structure." })
  structure!: Structure;
  @Field(() => Boolean, { description: "Faux quand un motif l'écarte." })
  retenu!: boolean;
  @Field(() => Float, {
    nullable: true,
    description: "Distance à vol d'oiseau ; pour un médicobus, jusqu'à la commune de son passage le plus proche.",
  })
  distanceKm!: number | null;
  @Field(() => Boolean, {
    description: "Vrai pour une offre qui complète l'offre fixe sans s'y substituer (médicobus).",
  })
  complementaire!: boolean;
  @Field(() => [Motif], {
    description: "Pourquoi elle est retenue, moins bien classée ou écartée ; le poids est un fait local, de 0 à 1.",
  })
  motifs!: Motif[];
}

@ObjectType({ description: "Les structures qui pourraient répondre au besoin." })
@Directive("@shareable")
export class CandidatsStructures {
  @Field(() => [CandidatStructure], { description: "Retenues puis écartées, les plus proches d'abord." })
  elements!: CandidatStructure[];
  @Field(() => Boolean, { description: "D'autres candidates existaient au-delà de la limite." })
  tronque!: boolean;
}

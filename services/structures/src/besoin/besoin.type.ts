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

@ObjectType({ description: "Ce que l'on sait de la personne, réduit à ce qui change l'offre." })
@Directive("@shareable")
export class ProfilPatient {
  @Field(() => Int, { nullable: true, description: "Âge en années ; nul quand il n'est pas connu." })
  age!: number | null;
  @Field(() => Verdict, { description: "Sans médecin traitant." })
  sansMedecinTraitant!: Verdict;
  @Field(() => Verdict, { description: "En affection de longue durée." })
  ald!: Verdict;
  @Field(() => Verdict, { description: "Isolée." })
  isole!: Verdict;
}

@ObjectType({
  description: "Les critères pseudonymisés d'un besoin : donnée de santé, jamais journalisée avec un identifiant.",
})
@Directive("@shareable")
export class CriteresBesoin {
  @Field(() => GraphQLCodeInsee, { description: "Commune de la personne." })
  codeInsee!: string;
  @Field(() => NatureBesoin, { description: "De quoi elle a besoin." })
  nature!: NatureBesoin;
  @Field(() => Urgence, { description: "Délai utile." })
  urgence!: Urgence;
  @Field(() => [TypeStructure], { description: "Types de structure demandés." })
  typesStructure!: TypeStructure[];
  @Field(() => [ID], { description: "Catégories FINESS demandées (TRE_R66), quand le type ne suffit pas." })
  categories!: string[];
  @Field(() => Float, { description: "Rayon de recherche autour de la commune." })
  rayonKm!: number;
  @Field(() => [ModaliteAccueil], { description: "Modalités d'accueil demandées." })
  modalites!: ModaliteAccueil[];
  @Field(() => ProfilPatient, { description: "Profil de la personne." })
  profil!: ProfilPatient;
}

@ObjectType({
  description:
    "Le besoin, réduit aux critères pseudonymisés dont l'annuaire a besoin. L'identifiant d'un besoin simulé est un jeton opaque.",
})
@Directive('@key(fields: "id")')
export class Besoin {
  @Field(() => ID, { description: "Identifiant opaque." })
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

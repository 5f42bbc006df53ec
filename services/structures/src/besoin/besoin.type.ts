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

@ObjectType()
@Directive("@shareable")
export class ProfilPatient {
  @Field(() => Int, { nullable: true })
  age!: number | null;
  @Field(() => Verdict)
  sansMedecinTraitant!: Verdict;
  @Field(() => Verdict)
  ald!: Verdict;
  @Field(() => Verdict)
  isole!: Verdict;
}

@ObjectType()
@Directive("@shareable")
export class CriteresBesoin {
  @Field(() => GraphQLCodeInsee)
  codeInsee!: string;
  @Field(() => NatureBesoin)
  nature!: NatureBesoin;
  @Field(() => Urgence)
  urgence!: Urgence;
  @Field(() => [TypeStructure])
  typesStructure!: TypeStructure[];
  @Field(() => [ID])
  categories!: string[];
  @Field(() => Float)
  rayonKm!: number;
  @Field(() => [ModaliteAccueil])
  modalites!: ModaliteAccueil[];
  @Field(() => ProfilPatient)
  profil!: ProfilPatient;
}

@ObjectType()
@Directive('@key(fields: "id")')
export class Besoin {
  @Field(() => ID)
  id!: string;
  /** Null when parcours could not give them: the contract says never null, the failed fetch says otherwise. */
  @Field(() => CriteresBesoin)
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
    description: "Vrai pour une offre qui complète l'offre fixe sans s'y substituer (médicobus, SAS).",
  })
  complementaire!: boolean;
  @Directive("@listSize(assumedSize: 4)")
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

import { Eligibilite, Motif } from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { SituationExercice } from "../situation/situation.type.ts";

@ObjectType({ description: "Une activité qui pourrait répondre au besoin, retenue ou écartée, avec ses raisons." })
@Directive("@shareable")
export class CandidatProfessionnel {
  @Field(() => SituationExercice, { description: "L'activité, en son lieu." })
  situation!: LigneSituation;
  @Field(() => ID, {
    nullable: true,
    description: "Au titre de quelle délégation le candidat est proposé ; nulle quand c'est sa propre profession.",
  })
  possibilite!: string | null;
  @Field(() => Eligibilite, {
    nullable: true,
    description:
      "Ce que le texte exige du professionnel ; nul quand c'est sa propre profession, ou que le texte ne convient pas à la personne.",
  })
  eligibilite!: Eligibilite | null;
  @Field(() => Boolean, { description: "Faux : écarté, pour la raison que dit le motif EXCLUANT." })
  retenu!: boolean;
  @Field(() => Float, { nullable: true, description: "Distance à vol d'oiseau." })
  distanceKm!: number | null;
  @Field(() => [Motif], { description: "Ce qui parle pour ou contre lui, ou l'écarte." })
  @Directive("@listSize(assumedSize: 4)")
  motifs!: Motif[];
}

@ObjectType({ description: "Les candidats d'un besoin." })
@Directive("@shareable")
export class CandidatsProfessionnels {
  @Field(() => [CandidatProfessionnel], {
    description: "Les plus proches d'abord ; à tour de rôle par profession et par délégation.",
  })
  elements!: CandidatProfessionnel[];
  @Field(() => Boolean, { description: "D'autres candidats existaient au-delà de la limite." })
  tronque!: boolean;
}

@ObjectType({
  description:
    "`eligibilite` : ce que le texte exige du professionnel (cadre d'exercice, habilitation) ; INCONNU = à confirmer avec lui.",
})
export class ProfessionnelProche {
  @Field(() => SituationExercice, { description: "L'activité, en son lieu." })
  situation!: LigneSituation;
  @Field(() => Float, { description: "Distance à vol d'oiseau." })
  distanceKm!: number;
  @Field(() => Eligibilite, { description: "Ce que le texte exige du professionnel, jugé pour lui." })
  eligibilite!: Eligibilite;
}

import { Eligibilite, Motif } from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";
import { EquipeProtocole, SituationExercice, Structure } from "./reference.type.ts";

const EXTERNE = Directive("@external");

@ObjectType({ description: "Un professionnel qui pourrait répondre au besoin." })
@Directive("@shareable")
export class CandidatProfessionnel {
  @Field(() => SituationExercice, { description: "L'activité, en un lieu, que l'on solliciterait." })
  @EXTERNE
  situation!: SituationExercice;
  @Field(() => ID, {
    nullable: true,
    description: "Au titre de quelle délégation ; nulle quand c'est sa propre profession.",
  })
  @EXTERNE
  possibilite!: string | null;
  @Field(() => Eligibilite, {
    nullable: true,
    description: "Ce que le texte exige du professionnel ; INCONNU : à confirmer avec lui.",
  })
  @EXTERNE
  eligibilite!: Eligibilite | null;
  @Field(() => Boolean, { description: "Faux quand un motif l'écarte." })
  @EXTERNE
  retenu!: boolean;
  @Field(() => Float, { nullable: true, description: "Distance en kilomètres, à vol d'oiseau." })
  @EXTERNE
  distanceKm!: number | null;
  @Field(() => [Motif], { description: "Pourquoi il est retenu, moins bien placé ou écarté." })
  @EXTERNE
  motifs!: Motif[];
}

@ObjectType({ description: "Les professionnels les mieux placés." })
@Directive("@shareable")
export class CandidatsProfessionnels {
  @Field(() => [CandidatProfessionnel], { description: "Les mieux placés d'abord." })
  @EXTERNE
  elements!: CandidatProfessionnel[];
  @Field(() => Boolean, { description: "D'autres existaient au-delà de la limite." })
  @EXTERNE
  tronque!: boolean;
}

@ObjectType({ description: "Une structure qui pourrait répondre au besoin." })
@Directive("@shareable")
export class CandidatStructure {
  @Field(() => Structure, { description: "La structure que l'on solliciterait." })
  @EXTERNE
  structure!: Structure;
  @Field(() => Boolean, { description: "Faux quand un motif l'écarte." })
  @EXTERNE
  retenu!: boolean;
  @Field(() => Float, { nullable: true, description: "Distance en kilomètres, à vol d'oiseau." })
  @EXTERNE
  distanceKm!: number | null;
  @Field(() => Boolean, { description: "Vient en complément de l'offre fixe (médicobus)." })
  @EXTERNE
  complementaire!: boolean;
  @Field(() => [Motif], { description: "Pourquoi elle est retenue, moins bien placée ou écartée." })
  @EXTERNE
  motifs!: Motif[];
}

@ObjectType({ description: "Les structures les mieux placées." })
@Directive("@shareable")
export class CandidatsStructures {
  @Field(() => [CandidatStructure], { description: "Les mieux placées d'abord." })
  @EXTERNE
  elements!: CandidatStructure[];
  @Field(() => Boolean, { description: "D'autres existaient au-delà de la limite." })
  @EXTERNE
  tronque!: boolean;
}

@ObjectType({ description: "Une équipe de protocole et sa distance." })
@Directive("@shareable")
export class EquipeProche {
  @Field(() => Float, { description: "Distance en kilomètres, à vol d'oiseau." })
  @EXTERNE
  distanceKm!: number;
  @Field(() => EquipeProtocole, { description: "L'équipe." })
  @EXTERNE
  equipe!: EquipeProtocole;
}

@ObjectType({
  description:
    "Le verdict d'une délégation pour un acte, une personne, un lieu et une date. " +
    "Ce que le texte exige du professionnel est jugé pour chacun. L'identifiant est un jeton opaque.",
})
@Directive('@key(fields: "id", resolvable: false)')
export class PossibiliteDelegation {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => Eligibilite, { description: "Le verdict du texte sur la personne, l'acte, le lieu et la date." })
  @EXTERNE
  eligibilite?: Eligibilite;
  @Field(() => [EquipeProche], { description: "Équipes déclarées, de la plus proche à la plus lointaine." })
  @EXTERNE
  equipes?: EquipeProche[];
}

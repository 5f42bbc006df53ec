import { Motif } from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { PossibiliteDelegation } from "../candidat/candidat.type.ts";
import { EquipeProtocole, SituationExercice, Structure } from "../candidat/reference.type.ts";

@ObjectType({ description: "À qui s'adresser : un seul des trois est non nul." })
export class Destinataire {
  @Field(() => SituationExercice, { nullable: true, description: "Un professionnel, dans un lieu où il exerce." })
  situation!: SituationExercice | null;
  @Field(() => Structure, { nullable: true, description: "Une structure." })
  structure!: Structure | null;
  @Field(() => EquipeProtocole, {
    nullable: true,
    description: "Une équipe déclarée pour un protocole de coopération.",
  })
  equipe!: EquipeProtocole | null;
}

@ObjectType({ description: "Comment un destinataire répond, sur ses orientations closes des douze derniers mois." })
export class Reactivite {
  @Field(() => Float, { description: "Part des orientations closes qu'il a acceptées et menées, de 0 à 1." })
  tauxAcceptation!: number;
  @Field(() => Float, {
    description: "Temps médian jusqu'à sa première réponse, en heures ; un silence compte pour tout le délai.",
  })
  delaiMedianHeures!: number;
}

@ObjectType({ description: "Ce qu'il faut faire avant d'orienter." })
export class Prealable {
  @Field(() => ID, { description: "Code stable." })
  code!: string;
  @Field(() => String, { description: "La consigne en une phrase." })
  libelle!: string;
}

@ObjectType({ description: "Une réponse possible au besoin, à son rang, avec ses raisons." })
export class Proposition {
  @Field(() => Int, { description: "Place dans la liste, à partir de 1 ; les écartées suivent les retenues." })
  rang!: number;
  @Field(() => Float, { description: "Somme des poids de ses motifs." })
  score!: number;
  @Field(() => Boolean, { description: "Fausse quand au moins un motif est EXCLUANT." })
  retenue!: boolean;
  @Field(() => Destinataire, { description: "À qui s'adresser." })
  destinataire!: Destinataire;
  @Field(() => PossibiliteDelegation, {
    nullable: true,
    description: "Au titre de quelle délégation, quand ce n'est pas la profession demandée.",
  })
  possibilite!: PossibiliteDelegation | null;
  @Field(() => Float, {
    nullable: true,
    description: "Distance en kilomètres, à vol d'oiseau ; nulle quand elle est inconnue.",
  })
  distanceKm!: number | null;
  @Field(() => Reactivite, {
    nullable: true,
    description:
      "Nulle en dessous de cinq orientations closes en douze mois ; réservée aux coordinateurs et à l'intéressé, nulle pour les autres.",
  })
  reactivite!: Reactivite | null;
  @Field(() => [Motif], {
    description: "Pourquoi ce rang, ou pourquoi pas : chaque terme du score, dans l'ordre de son poids.",
  })
  @Directive("@listSize(assumedSize: 8)")
  motifs!: Motif[];
}

@ObjectType({ description: "Toutes les réponses possibles en une liste classée." })
export class Propositions {
  @Field(() => [Proposition], { description: "Les retenues d'abord, puis les écartées si elles sont demandées." })
  elements!: Proposition[];
  @Directive("@listSize(assumedSize: 2)")
  @Field(() => [Prealable], {
    description: "Ce qu'il faut faire d'abord : appeler le 15 (urgence vitale), le 3114 (risque suicidaire).",
  })
  prealables!: Prealable[];
  @Field(() => [String], {
    description:
      "Les sources qui n'ont pas répondu : structures, professionals, delegations ; annuaire, pour les groupements du médecin traitant.",
  })
  sourcesIndisponibles!: string[];
  @Field(() => Boolean, { description: "D'autres réponses existaient au-delà de ce qui est rendu." })
  tronque!: boolean;
  @Field(() => String, { description: "Version de la table de poids qui a classé." })
  bareme!: string;
}

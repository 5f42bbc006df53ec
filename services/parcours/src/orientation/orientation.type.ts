import {
  GraphQLInstant,
  GraphQLIsoDate,
  ModaliteAccueil,
  NatureBesoin,
  PageInfo,
  Sexe,
  Urgence,
} from "@coordination/vocabulaire";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { ActeurDuParcours } from "../dossier/dossier.type.ts";
import { STATUTS_DE_L_ORIENTATION, type StatutOrientation as StatutDeLOrientation } from "./etats.ts";

const enumOf = <Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };

export const StatutOrientation = enumOf(STATUTS_DE_L_ORIENTATION);
registerEnumType(StatutOrientation, {
  name: "StatutOrientation",
  description: "Où en est une orientation (docs/parcours.md).",
});

export const NatureOrientation = enumOf(["PRISE_EN_CHARGE", "AVIS_EXPERT", "DEMANDE_APPUI", "MISE_EN_RELATION"]);
export type NatureOrientation = keyof typeof NatureOrientation;
registerEnumType(NatureOrientation, {
  name: "NatureOrientation",
  description:
    "Ce que l'on demande au destinataire. DEMANDE_APPUI s'adresse à un DAC, et à lui seul, pour une personne qu'aucun DAC ne suit encore.",
});

export const ModeEnvoi = enumOf(["SIMPLE", "DIFFUSION", "CASCADE"]);
export type ModeEnvoi = keyof typeof ModeEnvoi;
registerEnumType(ModeEnvoi, {
  name: "ModeEnvoi",
  description:
    "SIMPLE : à un seul. DIFFUSION : à tous, le premier qui accepte l'emporte. CASCADE : l'un après l'autre, à chaque refus ou silence.",
});

export const MotifRefus = enumOf([
  "CAPACITE_ATTEINTE",
  "HORS_COMPETENCE",
  "HORS_TERRITOIRE",
  "DEJA_SUIVI",
  "DOSSIER_INCOMPLET",
  "DELAI_INCOMPATIBLE",
  "CONDITIONS_PROTOCOLE",
  "USAGER_REFUSE",
  "AUTRE",
]);
export type MotifRefus = keyof typeof MotifRefus;
registerEnumType(MotifRefus, { name: "MotifRefus", description: "Pourquoi un destinataire refuse, ou se désiste." });

export const IssueOrientation = enumOf(["REALISEE", "PARTIELLE", "NON_VENU", "REORIENTE", "SANS_OBJET"]);
export type IssueOrientation = keyof typeof IssueOrientation;
registerEnumType(IssueOrientation, {
  name: "IssueOrientation",
  description: "Comment une orientation s'est terminée.",
});

export const ActionOrientation = enumOf([
  "ACCUSER_RECEPTION",
  "ACCEPTER",
  "REFUSER",
  "DEMANDER_COMPLEMENT",
  "REPONDRE_COMPLEMENT",
  "METTRE_EN_LISTE_ATTENTE",
  "SE_DESISTER",
  "DEMARRER",
  "TERMINER",
  "ANNULER",
  "REORIENTER",
  "CONVERTIR",
]);
export type ActionOrientation = keyof typeof ActionOrientation;
registerEnumType(ActionOrientation, {
  name: "ActionOrientation",
  description: "Ce que l'on peut faire d'une orientation.",
});

export const SensOrientation = enumOf(["RECUES", "EMISES"]);
export type SensOrientation = keyof typeof SensOrientation;
registerEnumType(SensOrientation, {
  name: "SensOrientation",
  description: "Reçues par moi, ou émises par mon équipe, ma structure ou moi.",
});

@ObjectType({ description: "Ce que tout destinataire lit d'emblée : assez pour répondre, rien pour identifier." })
export class ApercuBesoin {
  @Field(() => String, { description: "Le besoin en une ligne, tel que les critères le disent." })
  libelle!: string;
  @Field(() => NatureBesoin, { description: "De quoi la personne a besoin." })
  nature!: NatureBesoin;
  @Field(() => Urgence, { description: "Le délai utile." })
  urgence!: Urgence;
  @Field(() => [ID], { description: "Professions demandées." })
  professions!: string[];
  @Field(() => [ID], { description: "Savoir-faire demandés." })
  savoirFaire!: string[];
  @Field(() => [ID], { description: "Actes demandés." })
  actes!: string[];
  @Field(() => [ModaliteAccueil], { description: "Où et comment la personne peut être reçue." })
  modalites!: ModaliteAccueil[];
  @Field(() => String, { nullable: true, description: "Tranche d'âge." })
  trancheAge!: string | null;
  @Field(() => Sexe, { nullable: true, description: "Sexe ; nul quand il est inconnu." })
  sexe!: Sexe | null;
  @Field(() => ID, { description: "Département où vit la personne : jamais sa commune." })
  departement!: string;
}

@ObjectType({ description: "Une question, ou sa réponse." })
export class Echange {
  @Field(() => ActeurDuParcours, { description: "Qui écrit." })
  auteur!: ActeurDuParcours;
  @Field(() => String, { description: "Le texte." })
  texte!: string;
  @Field(() => GraphQLInstant, { description: "Quand." })
  le!: string;
}

@ObjectType({ description: "Un besoin adressé à quelqu'un, lu des deux côtés." })
@Directive('@key(fields: "id")')
export class Orientation {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => Int, { description: "Version : à rendre pour agir." })
  version!: number;
  @Field(() => NatureOrientation, { description: "Ce que l'on demande." })
  nature!: NatureOrientation;
  @Field(() => StatutOrientation, { description: "Où elle en est." })
  statut!: StatutDeLOrientation;
  @Field(() => Urgence, { description: "Le délai utile." })
  urgence!: Urgence;
  @Field(() => ApercuBesoin, { description: "Ce que tout destinataire lit d'emblée." })
  apercu!: ApercuBesoin;
  @Field(() => String, { nullable: true, description: "Lisible avant l'acceptation : sans rien qui identifie." })
  messageAnonyme!: string | null;
  @Field(() => GraphQLInstant, { nullable: true, description: "Quand elle a été envoyée." })
  envoyeeLe!: string | null;
  @Field(() => GraphQLInstant, {
    nullable: true,
    description:
      "L'échéance de réponse, selon l'urgence (docs/parcours.md) ; dépassée, l'orientation est tenue pour sans réponse.",
  })
  repondreAvant!: string | null;
  @Field(() => [GraphQLInstant], { description: "Quand le service a relancé le destinataire." })
  @Directive("@listSize(assumedSize: 2)")
  relancesLe!: readonly string[];
  @Field(() => MotifRefus, {
    nullable: true,
    description: "Pourquoi elle est refusée, ou abandonnée après acceptation.",
  })
  motifRefus!: MotifRefus | null;
  @Field(() => IssueOrientation, { nullable: true, description: "Comment elle s'est terminée." })
  issue!: IssueOrientation | null;
  @Field(() => String, { nullable: true, description: "La synthèse du destinataire." })
  synthese!: string | null;
  @Field(() => GraphQLInstant, { nullable: true, description: "Le rendez-vous donné." })
  rendezVousLe!: string | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Le jour où la prise en charge a commencé." })
  priseEnChargeLe!: string | null;
  @Field(() => ID, { description: "Ce que portent les orientations du même envoi." })
  diffusion!: string;
}

@ObjectType({ description: "Une orientation d'une liste." })
export class OrientationEdge {
  @Field(() => String, { description: "À passer dans `after` pour continuer après cette orientation." })
  cursor!: string;
  @Field(() => Orientation, { description: "L'orientation." })
  node!: Orientation;
}

@ObjectType({ description: "Une page d'orientations." })
export class OrientationConnection {
  @Field(() => [OrientationEdge], { description: "Les orientations de la page." })
  edges!: OrientationEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;
  /** Counted only when asked. */
  compter!: () => Promise<number>;
}

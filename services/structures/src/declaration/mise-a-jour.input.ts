import {
  Canal,
  Diffusion,
  GraphQLCodeInsee,
  GraphQLFiness,
  GraphQLIsoDate,
  ModaliteAccueil,
  Verdict,
} from "@coordination/vocabulaire";
import { Field, Float, ID, InputType, Int } from "type-graphql";
import {
  CollegeGouvernance,
  Equipement,
  Jour,
  NatureSite,
  ProfilActivite,
  PublicPrioritaire,
  RegulationPrealable,
  TypeGestionnaire,
} from "../enums.type.ts";

@InputType({ description: "Un créneau d'ouverture ; une nuit en fait deux, le premier jusqu'à 24:00." })
export class PlageHoraireInput {
  @Field(() => Jour, { description: "Jour de la semaine, ou jour férié." })
  jour!: Jour;
  @Field(() => String, { description: "Début, « HH:MM », heure du lieu." })
  debut!: string;
  @Field(() => String, { description: "Fin, « HH:MM », « 24:00 » au plus." })
  fin!: string;
  @Field(() => Boolean, { defaultValue: false, description: "On y vient sans rendez-vous." })
  sansRendezVous!: boolean;
}

@InputType({ description: "Un moyen de joindre la structure." })
export class PointContactInput {
  @Field(() => Canal, { description: "Canal." })
  canal!: Canal;
  @Field(() => String, { description: "Numéro, adresse ou lien." })
  valeur!: string;
  @Field(() => Diffusion, {
    description:
      "À qui le montrer ; une messagerie sécurisée (MSSanté, Apicrypt, MonSisra) ne peut être que PROFESSIONNELLE.",
  })
  diffusion!: Diffusion;
}

@InputType({ description: "Ce que la structure offre sans que la visite ait été prévue." })
export class SoinsNonProgrammesInput {
  @Field(() => [PlageHoraireInput], { description: "Quand elle reçoit ainsi." })
  plages!: PlageHoraireInput[];
  @Field(() => Verdict, { description: "On y vient sans rendez-vous." })
  sansRendezVous!: Verdict;
  @Field(() => RegulationPrealable, {
    nullable: true,
    description: "Qui doit avoir orienté la personne avant sa venue.",
  })
  regulationPrealable?: RegulationPrealable | null;
  @Field(() => String, { nullable: true, description: "Gravité la plus haute admise, par exemple « CCMU_2 »." })
  graviteMax?: string | null;
  @Field(() => [PublicPrioritaire], { nullable: true, description: "À qui l'offre donne la priorité." })
  publics?: PublicPrioritaire[] | null;
}

@InputType({ description: "Les assistants médicaux de la structure." })
export class AssistantsMedicauxInput {
  @Field(() => Int, { description: "Combien ils sont." })
  nombre!: number;
  @Field(() => Float, { nullable: true, description: "En équivalents temps plein." })
  etp?: number | null;
  @Field(() => [String], { nullable: true, description: "Ce qu'ils font." })
  missions?: string[] | null;
}

@InputType({ description: "Un des lieux de la structure." })
export class SiteInput {
  @Field(() => NatureSite, { description: "Site principal, antenne ou site secondaire." })
  nature!: NatureSite;
  @Field(() => String, { nullable: true, description: "Nom du lieu." })
  nom?: string | null;
  @Field(() => String, { nullable: true, description: "Adresse, sans le code postal ni la ville." })
  adresse?: string | null;
  @Field(() => GraphQLCodeInsee, { description: "Sa commune." })
  codeInsee!: string;
}

@InputType({ description: "Un dispositif qui a fusionné dans la structure." })
export class PredecesseurInput {
  @Field(() => String, { description: "Son nom." })
  nom!: string;
  @Field(() => String, { description: "Ce qu'il était : MAIA, PTA, réseau de santé, CTA…" })
  type!: string;
  @Field(() => GraphQLFiness, { nullable: true, description: "Son numéro FINESS, quand il en avait un." })
  finess?: string | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Son dernier jour." })
  jusquAu?: string | null;
}

@InputType({
  description:
    "Ce que les siens déclarent d'une structure. Un champ absent ne change rien ; une liste remplace la précédente.",
})
export class MettreAJourStructureInput {
  @Field(() => ID, { description: "La structure." })
  structureId!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "La version lue ; si elle a changé depuis, rien n'est écrit (VERSION_CONFLICT). Sans elle, le dernier écrit l'emporte.",
  })
  version?: number | null;
  @Field(() => [PlageHoraireInput], { nullable: true, description: "Tous ses horaires." })
  horaires?: PlageHoraireInput[] | null;
  @Field(() => [PointContactInput], {
    nullable: true,
    description: "Tous ses contacts déclarés, outre ceux de FINESS.",
  })
  contacts?: PointContactInput[] | null;
  @Field(() => SoinsNonProgrammesInput, { nullable: true, description: "Ses soins non programmés." })
  soinsNonProgrammes?: SoinsNonProgrammesInput | null;
  @Field(() => [Equipement], { nullable: true, description: "Tous ses équipements." })
  equipements?: Equipement[] | null;
  @Field(() => [ModaliteAccueil], { nullable: true, description: "Toutes ses modalités d'accueil." })
  modalites?: ModaliteAccueil[] | null;
  @Field(() => [GraphQLCodeInsee], {
    nullable: true,
    description: "Toutes les communes qu'elle dessert hors de ses murs.",
  })
  zoneIntervention?: string[] | null;
  @Field(() => [CollegeGouvernance], { nullable: true, description: "Tous les collèges de la gouvernance d'un DAC." })
  colleges?: CollegeGouvernance[] | null;
  @Field(() => AssistantsMedicauxInput, { nullable: true, description: "Ses assistants médicaux." })
  assistantsMedicaux?: AssistantsMedicauxInput | null;
  @Field(() => [PublicPrioritaire], { nullable: true, description: "Tous les publics prioritaires d'un médicobus." })
  publicsPrioritaires?: PublicPrioritaire[] | null;
  @Field(() => [SiteInput], { nullable: true, description: "Tous ses lieux, le principal compris." })
  sites?: SiteInput[] | null;
  @Field(() => [PredecesseurInput], { nullable: true, description: "Tous les dispositifs dont elle est née." })
  predecesseurs?: PredecesseurInput[] | null;
  @Field(() => TypeGestionnaire, { nullable: true, description: "Qui gère un centre de santé." })
  gestionnaire?: TypeGestionnaire | null;
  @Field(() => ProfilActivite, { nullable: true, description: "L'activité d'un centre de santé." })
  profilActivite?: ProfilActivite | null;
  @Field(() => String, { description: "Qui le dit, tel que l'annuaire le montrera." })
  source!: string;
}

import { registerEnumType } from "type-graphql";

/** Builds the `{ A: "A" }` object that type-graphql wants from a list of words. */
const enumOf = <Word extends string>(...words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };

export const StatutJuridique = enumOf(
  "SISA",
  "ASSOCIATION_LOI_1901",
  "SOCIETE_EXERCICE",
  "SCM",
  "GIP",
  "ETABLISSEMENT_PUBLIC",
  "COLLECTIVITE",
  "MUTUELLE",
  "SOCIETE_COMMERCIALE",
  "FONDATION",
  "PERSONNE_PHYSIQUE",
  "AUTRE",
);
export type StatutJuridique = keyof typeof StatutJuridique;
registerEnumType(StatutJuridique, {
  name: "StatutJuridique",
  description: "La forme juridique, quand elle est déclarée.",
});

export const NiveauCoordination = enumOf("PREMIER", "SECOND", "TERRITORIAL", "APPUI");
export type NiveauCoordination = keyof typeof NiveauCoordination;
registerEnumType(NiveauCoordination, {
  name: "NiveauCoordination",
  description: "ESP : premier niveau ; MSP et centre de santé : second ; CPTS : territorial ; DAC : appui.",
});

export const SystemeIdentifiant = enumOf(
  "FINESS_ET",
  "FINESS_EJ",
  "SIRET",
  "SIREN",
  "ID_TECHNIQUE_RPPS",
  "ROR",
  "INTERNE",
);
export type SystemeIdentifiant = keyof typeof SystemeIdentifiant;
registerEnumType(SystemeIdentifiant, { name: "SystemeIdentifiant", description: "Qui a donné un identifiant." });

export const PhaseProjet = enumOf("EMERGENCE", "PRE_PROJET_DEPOSE", "EN_VALIDATION", "EN_FONCTIONNEMENT", "DISSOUTE");
export type PhaseProjet = keyof typeof PhaseProjet;
registerEnumType(PhaseProjet, { name: "PhaseProjet", description: "Où en est le projet d'une CPTS." });

export const MissionCpts = enumOf(
  "ACCES_MEDECIN_TRAITANT",
  "SOINS_NON_PROGRAMMES",
  "PARCOURS_PLURIPROFESSIONNELS",
  "PREVENTION",
  "CRISES_SANITAIRES",
);
export type MissionCpts = keyof typeof MissionCpts;
registerEnumType(MissionCpts, { name: "MissionCpts", description: "Les missions socles d'une CPTS." });

export const MissionDac = enumOf("INFORMATION_ORIENTATION", "APPUI_ORGANISATION_PARCOURS", "COORDINATION_SPECIFIQUE");
export type MissionDac = keyof typeof MissionDac;
registerEnumType(MissionDac, { name: "MissionDac", description: "Les missions que la loi donne à tout DAC." });

export const DegreEngagement = enumOf("PILOTE", "SENSIBILISE", "SOIN");
export type DegreEngagement = keyof typeof DegreEngagement;
registerEnumType(DegreEngagement, { name: "DegreEngagement", description: "Jusqu'où va l'engagement d'un membre." });

export const CategorieMembre = enumOf("PREMIER_RECOURS", "SECOND_RECOURS", "ETABLISSEMENT", "SOCIAL", "MEDICO_SOCIAL");
export type CategorieMembre = keyof typeof CategorieMembre;
registerEnumType(CategorieMembre, { name: "CategorieMembre", description: "À quel titre un membre adhère." });

export const PublicPrioritaire = enumOf(
  "ALD_SANS_MEDECIN_TRAITANT",
  "PERSONNE_AGEE_ISOLEE",
  "SANS_MEDECIN_TRAITANT",
  "ENFANT",
  "PERSONNE_EN_SITUATION_DE_HANDICAP",
);
export type PublicPrioritaire = keyof typeof PublicPrioritaire;
registerEnumType(PublicPrioritaire, {
  name: "PublicPrioritaire",
  description: "À qui une offre donne la priorité, sans exclure les autres.",
});

export const StatutMedicobus = enumOf("CANDIDAT", "LAUREAT", "EN_SERVICE", "ARRETE");
export type StatutMedicobus = keyof typeof StatutMedicobus;
registerEnumType(StatutMedicobus, { name: "StatutMedicobus", description: "Où en est un médicobus." });

export const Jour = enumOf("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE", "JOUR_FERIE");
export type Jour = keyof typeof Jour;
registerEnumType(Jour, { name: "Jour", description: "Un jour de la semaine ; les jours fériés ont le leur." });

export const RegulationPrealable = enumOf("AUCUNE", "CENTRE_15", "SAS");
export type RegulationPrealable = keyof typeof RegulationPrealable;
registerEnumType(RegulationPrealable, {
  name: "RegulationPrealable",
  description: "Qui doit avoir orienté la personne avant sa venue.",
});

export const Equipement = enumOf(
  "TELECONSULTATION",
  "TELEEXPERTISE",
  "IMAGERIE",
  "PETITE_TRAUMATOLOGIE",
  "BIOLOGIE_DELOCALISEE",
);
export type Equipement = keyof typeof Equipement;
registerEnumType(Equipement, { name: "Equipement", description: "Ce dont une structure est équipée." });

export const Label = enumOf("CABINET_DE_MONTAGNE", "UNIVERSITAIRE");
export type Label = keyof typeof Label;
registerEnumType(Label, { name: "Label", description: "Une reconnaissance donnée à une structure." });

export const NatureSite = enumOf("PRINCIPAL", "ANTENNE", "SITE_SECONDAIRE");
export type NatureSite = keyof typeof NatureSite;
registerEnumType(NatureSite, { name: "NatureSite", description: "Ce qu'est un lieu pour la structure qui s'y tient." });

export const TypeGestionnaire = enumOf(
  "ASSOCIATION",
  "COMMUNE",
  "EPCI",
  "DEPARTEMENT",
  "ETABLISSEMENT_PUBLIC_SANTE",
  "PRIVE",
  "GIP",
  "MUTUELLE",
  "AUTRE_COLLECTIVITE",
);
export type TypeGestionnaire = keyof typeof TypeGestionnaire;
registerEnumType(TypeGestionnaire, {
  name: "TypeGestionnaire",
  description: "Qui gère un centre de santé ; sa gestion est non lucrative, quel que soit le gestionnaire.",
});

export const ProfilActivite = enumOf("INFIRMIER", "DENTAIRE", "MEDICAL", "POLYVALENT");
export type ProfilActivite = keyof typeof ProfilActivite;
registerEnumType(ProfilActivite, { name: "ProfilActivite", description: "L'activité d'un centre de santé." });

export const CollegeGouvernance = enumOf("SANITAIRE", "SOCIAL", "MEDICO_SOCIAL", "USAGERS", "COLLECTIVITES");
export type CollegeGouvernance = keyof typeof CollegeGouvernance;
registerEnumType(CollegeGouvernance, {
  name: "CollegeGouvernance",
  description: "Un collège de la gouvernance d'un DAC.",
});

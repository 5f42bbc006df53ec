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

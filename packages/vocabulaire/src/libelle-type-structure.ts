import type { TypeStructure } from "./enums.type.ts";

const LIBELLES: Readonly<Record<TypeStructure, string>> = {
  MSP: "maison de santé",
  CENTRE_DE_SANTE: "centre de santé",
  ESP: "équipe de soins primaires",
  CPTS: "communauté professionnelle territoriale de santé",
  DAC: "dispositif d'appui à la coordination",
  MEDICOBUS: "médicobus",
  SAS: "service d'accès aux soins",
  SAMU: "SAMU",
  MAISON_MEDICALE_DE_GARDE: "maison médicale de garde",
  CENTRE_SOINS_NON_PROGRAMMES: "centre de soins non programmés",
  ETABLISSEMENT_DE_SANTE: "établissement de santé",
  EHPAD: "EHPAD",
  SERVICE_A_DOMICILE: "service à domicile",
  ETABLISSEMENT_HANDICAP: "établissement pour personnes handicapées",
  SERVICE_SOCIAL: "service social",
  SANTE_MENTALE: "structure de santé mentale",
  EQUIPE_SOINS_SPECIALISES: "équipe de soins spécialisés",
  PHARMACIE: "pharmacie",
  LABORATOIRE: "laboratoire",
  CABINET: "cabinet",
  SOCIETE_TELECONSULTATION: "société de téléconsultation",
  CENTRE_MEDICAL_ARMEES: "centre médical des armées",
  GHT: "groupement hospitalier de territoire",
  ASSOCIATION_PATIENTS: "association de patients",
  AUTRE: "autre structure",
};

const PAR_CODE: ReadonlyMap<string, string> = new Map(Object.entries(LIBELLES));

/** The French name of a type of structure, for sentences; a code that we do not know is shown as it is. */
export const libelleTypeStructure = (type: string): string => PAR_CODE.get(type) ?? `« ${type} »`;

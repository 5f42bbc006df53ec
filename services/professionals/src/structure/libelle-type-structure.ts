import type { TypeStructure } from "@coordination/vocabulaire";

const LIBELLES: Readonly<Record<TypeStructure, string>> = {
  MSP: "une maison de santé",
  CENTRE_DE_SANTE: "un centre de santé",
  ESP: "une équipe de soins primaires",
  CPTS: "une CPTS",
  DAC: "un dispositif d'appui à la coordination",
  MEDICOBUS: "un médicobus",
  SAS: "un service d'accès aux soins",
  SAMU: "un SAMU",
  MAISON_MEDICALE_DE_GARDE: "une maison médicale de garde",
  CENTRE_SOINS_NON_PROGRAMMES: "un centre de soins non programmés",
  ETABLISSEMENT_DE_SANTE: "un établissement de santé",
  EHPAD: "un EHPAD",
  SERVICE_A_DOMICILE: "un service à domicile",
  ETABLISSEMENT_HANDICAP: "un établissement pour personnes handicapées",
  SERVICE_SOCIAL: "un service social",
  SANTE_MENTALE: "une structure de santé mentale",
  EQUIPE_SOINS_SPECIALISES: "une équipe de soins spécialisés",
  PHARMACIE: "une pharmacie",
  LABORATOIRE: "un laboratoire",
  CABINET: "un cabinet",
  SOCIETE_TELECONSULTATION: "une société de téléconsultation",
  CENTRE_MEDICAL_ARMEES: "un centre médical des armées",
  GHT: "un groupement hospitalier de territoire",
  ASSOCIATION_PATIENTS: "une association de patients",
  AUTRE: "une structure d'un autre type",
};

const PAR_CODE = new Map<string, string>(Object.entries(LIBELLES));

/** The kind of structure, with its article; a code that we do not know is shown as it is. */
export const libelleTypeStructure = (type: string): string => PAR_CODE.get(type) ?? `« ${type} »`;

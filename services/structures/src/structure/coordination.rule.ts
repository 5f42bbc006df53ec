import { appliquer, type Principe, type Regle, verdict } from "@coordination/rules";
import { libelleTypeStructure, type TypeStructure } from "@coordination/vocabulaire";
import type { NiveauCoordination } from "../enums.type.ts";

/** Ce que la règle doit savoir d'une structure, et rien d'autre. */
export interface NatureDeStructure {
  readonly type: TypeStructure;
}

export const cibleDeSoins: Regle<NatureDeStructure> = {
  regle: "CIBLE_DE_SOINS",
  intitule: "Une structure peut recevoir une orientation de soins quand :",
  source:
    "ARS, guide pour les élus : la CPTS « n'est pas une structure de soins » ; les DAC « ne sont ni prescripteurs, ni effecteurs de soins » ; ARS Auvergne-Rhône-Alpes, dossier de presse 2018 : le SMUR répond à l'urgence vitale",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "PAS_UNE_CPTS",
      libelle: "elle n'est pas une communauté professionnelle territoriale de santé",
      evaluer: ({ type }) => verdict(type !== "CPTS"),
    },
    {
      code: "PAS_UN_DAC",
      libelle: "elle n'est pas un dispositif d'appui à la coordination",
      evaluer: ({ type }) => verdict(type !== "DAC"),
    },
    {
      code: "PAS_UN_SAMU",
      libelle: "elle n'est pas un SAMU : une urgence vitale appelle le 15, elle ne s'oriente pas",
      evaluer: ({ type }) => verdict(type !== "SAMU"),
    },
  ],
};

/** True when a person may be sent there for care. */
export const estCibleDeSoins = (nature: NatureDeStructure): boolean =>
  appliquer(cibleDeSoins, nature).verdict === "OUI";

const NIVEAUX: Partial<Readonly<Record<TypeStructure, NiveauCoordination>>> = {
  ESP: "PREMIER",
  MSP: "SECOND",
  CENTRE_DE_SANTE: "SECOND",
  CPTS: "TERRITORIAL",
  DAC: "APPUI",
};

/** The level at which a structure coordinates care, null for those that do not. Source: ARS, « Accès aux soins ». */
export const niveauDeCoordination = ({ type }: NatureDeStructure): NiveauCoordination | null => NIVEAUX[type] ?? null;

const RANGS: Readonly<Record<NiveauCoordination, string>> = {
  PREMIER: "au premier niveau",
  SECOND: "au second niveau",
  TERRITORIAL: "à l'échelle d'un territoire",
  APPUI: "en appui des autres",
};

export const niveauxDeCoordination: Principe = {
  principe: "NIVEAUX_DE_COORDINATION",
  intitule: "Coordonnent les soins, selon leur seul type :",
  phrases: (Object.entries(NIVEAUX) as [TypeStructure, NiveauCoordination][]).map(
    ([type, niveau]) => `${libelleTypeStructure(type)} : ${RANGS[niveau]} (\`${niveau}\`)`,
  ),
  source:
    "ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018, de l'équipe de soins primaires : « c'est un premier niveau de coordination »",
  relueLe: "2026-11-23",
};

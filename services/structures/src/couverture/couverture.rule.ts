import { type Regle, verdict } from "@coordination/rules";
import type { PhaseProjet } from "../enums.type.ts";

/** Une CPTS qui a un territoire ce jour-là, et ce qui en est déclaré. */
export interface CptsDeTerritoire {
  /** Phase où il est déclaré qu'elle était ce jour-là ; `null` : on ne le sait pas. */
  readonly phaseCeJour: PhaseProjet | null;
  readonly fermeeLe: string | null;
  /** Jour dont on demande la couverture. */
  readonly le: string;
}

export const compteDansLaCouverture: Regle<CptsDeTerritoire> = {
  regle: "CPTS_COMPTE_DANS_LA_COUVERTURE",
  intitule: "Le territoire d'une communauté professionnelle territoriale de santé est couvert, à une date, quand :",
  source:
    "ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : « labélisé 1 projet et recense 9 pré-projets de CPTS » ; ARS, guide pour les élus : « couverte par une CPTS »",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "EN_FONCTIONNEMENT",
      libelle: "il est déclaré qu'elle était en fonctionnement ce jour-là",
      evaluer: ({ phaseCeJour }) => verdict(phaseCeJour, (phase) => phase === "EN_FONCTIONNEMENT"),
    },
    {
      code: "OUVERTE",
      libelle: "elle n'était pas fermée à cette date",
      evaluer: ({ fermeeLe, le }) => verdict(fermeeLe === null || fermeeLe > le),
    },
  ],
};

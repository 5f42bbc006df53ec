import type { Principe } from "@coordination/rules";
import type { PhaseProjet } from "../enums.type.ts";

/** A phase as it was declared; it holds from its first day to the eve of the next one. */
export interface PhaseDeclaree {
  readonly phase: PhaseProjet;
  readonly depuis: string;
  readonly source: string;
}

/** Ce que l'on sait d'une CPTS dont il faut dire la phase un jour donné. */
export interface ExistenceCpts {
  readonly phases: readonly Pick<PhaseDeclaree, "phase" | "depuis">[];
  readonly fermeeLe: string | null;
  readonly le: string;
}

/**
 * The phase of a CPTS on a day: closed is dissolved, else the last declared to have begun, else unknown. A FINESS number does
 * not say that it runs: « labélisé 1 projet et recense 9 pré-projets » (S205), and only one that runs counts in the coverage.
 */
export function phaseDeCpts({ phases, fermeeLe, le }: ExistenceCpts): PhaseProjet | null {
  if (fermeeLe !== null && fermeeLe <= le) return "DISSOUTE";
  const commencees = phases.filter(({ depuis }) => depuis <= le).toSorted((a, b) => (a.depuis < b.depuis ? -1 : 1));
  return commencees.at(-1)?.phase ?? null;
}

export const phaseDUneCpts: Principe = {
  principe: "PHASE_D_UNE_CPTS",
  intitule: "La phase d'une communauté professionnelle territoriale de santé, un jour donné :",
  phrases: [
    "est la dernière déclarée qui avait commencé ce jour-là ; elle dure jusqu'à la veille de la suivante",
    "n'est pas connue quand personne ne l'a déclarée : un numéro FINESS ne dit pas qu'elle fonctionne",
    "est la dissolution à partir du jour où elle ferme",
  ],
  source:
    "ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : « labélisé 1 projet et recense 9 pré-projets de CPTS »",
  relueLe: "2026-11-23",
};

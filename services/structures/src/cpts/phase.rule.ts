import type { PhaseProjet } from "../enums.type.ts";

/** Ce que l'on sait d'une CPTS dont il faut dire la phase. */
export interface ExistenceCpts {
  readonly phaseDeclaree: PhaseProjet | null;
  readonly fermeeLe: string | null;
}

/**
 * The phase of a CPTS: closed is dissolved, else what was declared, else unknown. A FINESS number does not say that it
 * runs: « labélisé 1 projet et recense 9 pré-projets » (S205), and only one that runs counts in the coverage.
 */
export const phaseDeCpts = ({ phaseDeclaree, fermeeLe }: ExistenceCpts): PhaseProjet | null =>
  fermeeLe !== null ? "DISSOUTE" : phaseDeclaree;

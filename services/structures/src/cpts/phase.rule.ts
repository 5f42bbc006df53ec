import type { PhaseProjet } from "../enums.type.ts";

/** Ce que l'on sait d'une CPTS dont il faut dire la phase. */
export interface ExistenceCpts {
  readonly phaseDeclaree: PhaseProjet | null;
  readonly finess: string | null;
  readonly fermeeLe: string | null;
}

/**
 * The phase of a CPTS: closed is dissolved, else what was declared. Undeclared, a FINESS number says that it runs, since
 * one is given to the legal entity that signs and is paid; without a number it is only emerging.
 */
export function phaseDeCpts({ phaseDeclaree, finess, fermeeLe }: ExistenceCpts): PhaseProjet {
  if (fermeeLe !== null) return "DISSOUTE";
  return phaseDeclaree ?? (finess === null ? "EMERGENCE" : "EN_FONCTIONNEMENT");
}

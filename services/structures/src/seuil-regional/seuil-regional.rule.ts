import { SEUILS_MSP } from "../msp/financement-perenne.rule.ts";

/** What a region asks for a condition of a rule, in place of the national minimum. */
export interface SeuilRegional {
  readonly region: string;
  readonly regle: string;
  readonly condition: string;
  readonly minimum: number;
  readonly source: string;
}

/** The conditions that a region may make stricter, with their national minimum. */
const MINIMUMS_NATIONAUX: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  MSP_FINANCEMENT_PERENNE: SEUILS_MSP,
};

/** The national minimum of a condition, null when no region may change it. */
export const minimumNational = (regle: string, condition: string): number | null =>
  MINIMUMS_NATIONAUX[regle]?.[condition] ?? null;

/**
 * True for a threshold that a region may set: on a condition that has a national minimum, and never below it.
 * Source : ARS, guide pour les élus : « Ces exigences sont parfois plus élevées dans certaines régions » (S048).
 */
export function estPlusExigeant({ regle, condition, minimum }: Omit<SeuilRegional, "region" | "source">): boolean {
  const national = minimumNational(regle, condition);
  return national !== null && minimum >= national;
}

/** The regional threshold of a condition, if any; one that would be looser than the national minimum never counts. */
export const seuilDe = (
  seuils: readonly SeuilRegional[],
  regle: string,
  condition: string,
): Pick<SeuilRegional, "minimum" | "source"> | null =>
  seuils.find((seuil) => seuil.regle === regle && seuil.condition === condition && estPlusExigeant(seuil)) ?? null;

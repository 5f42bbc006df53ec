import { indexer, lireValeurs, type Valeur } from "./nomenclature.ts";

/**
 * What a professional must have obtained or declared before an act that a text delegates. Our own codes: no national list
 * has them. The catalogue of delegations asks for them, and the directory of people records who has them.
 */
export const habilitations: readonly Valeur[] = lireValeurs("habilitations.json");

const parCode = indexer(habilitations);

/** The authorisation of a code, or `null`. */
export function findHabilitation(code: string): Valeur | null {
  return parCode.get(code) ?? null;
}

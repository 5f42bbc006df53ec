import distance from "damerau-levenshtein";

/** One word as it was typed, and the known words that it may stand for, by number of faults. */
export interface MotCorrige {
  readonly mot: string;
  /** Known words at one fault, then at two. */
  readonly parFautes: readonly (readonly string[])[];
}

const LETTRES_POUR_UNE_FAUTE = 3;
const LETTRES_POUR_DEUX_FAUTES = 6;

/** How many faults a word is forgiven: none when it is short or a number. A transposition is one fault. */
const fautesPardonnees = (mot: string): number => {
  if (mot.length < LETTRES_POUR_UNE_FAUTE || /\d/.test(mot)) return 0;
  return mot.length < LETTRES_POUR_DEUX_FAUTES ? 1 : 2;
};

/** True when a word is worth looking for among the known ones. */
export const estCorrigeable = (mot: string): boolean => fautesPardonnees(mot) > 0;

/** Measures the neighbours of a word and keeps those it may stand for. */
export function corriger(mot: string, voisins: readonly string[]): MotCorrige {
  const parFautes: string[][] = Array.from({ length: fautesPardonnees(mot) }, () => []);
  for (const voisin of voisins) parFautes[distance(mot, voisin).steps - 1]?.push(voisin);
  return { mot, parFautes };
}

/** Trois valeurs : ce que l'on ne sait pas n'est ni vrai ni faux. */
export type Verdict = "OUI" | "NON" | "INCONNU";

/**
 * Dit OUI ou NON d'un fait connu, INCONNU d'un fait absent.
 * @param valeur un booléen, ou un fait accompagné du prédicat qui le juge (`null` : non renseigné)
 */
export function verdict(valeur: boolean): Verdict;
export function verdict<T>(valeur: T | null | undefined, predicat: (valeur: T) => boolean): Verdict;
export function verdict<T>(valeur: T | boolean | null | undefined, predicat?: (valeur: T) => boolean): Verdict {
  if (valeur === null || valeur === undefined) return "INCONNU";
  const vrai = predicat === undefined ? valeur === true : predicat(valeur as T);
  return vrai ? "OUI" : "NON";
}

/** Toutes ensemble : NON dès qu'une est NON, sinon INCONNU dès qu'une l'est, sinon OUI ; sans aucune, OUI. */
export function conjuguer(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("NON")) return "NON";
  return verdicts.includes("INCONNU") ? "INCONNU" : "OUI";
}

import type { Hasard } from "@coordination/tools";

/** Finer than any weight that is used: a draw is an integer below the total. */
const FINESSE = 1_000;

/** Draws values in proportion to their weights, in the logarithm of their number. */
export function createTirage<Valeur>(
  valeurs: readonly Valeur[],
  poids: (valeur: Valeur, rang: number) => number,
  hasard: Hasard,
): () => Valeur {
  const cumuls = new Float64Array(valeurs.length);
  let total = 0;
  for (const [rang, valeur] of valeurs.entries()) {
    total += Math.max(0, Math.round(poids(valeur, rang) * FINESSE));
    cumuls[rang] = total;
  }
  return () => {
    const valeur = valeurs[premierAuDela(cumuls, hasard.entier(total))];
    if (valeur === undefined) throw new Error("Rien à tirer au sort.");
    return valeur;
  };
}

/** The rank of the first cumulated weight above `seuil`. */
function premierAuDela(cumuls: Float64Array, seuil: number): number {
  let [bas, haut] = [0, cumuls.length - 1];
  while (bas < haut) {
    const milieu = (bas + haut) >>> 1;
    if ((cumuls[milieu] ?? 0) > seuil) haut = milieu;
    else bas = milieu + 1;
  }
  return bas;
}

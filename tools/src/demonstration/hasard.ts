/**
 * A small deterministic draw: the demonstration is the same on every machine, so that documentation and tests can cite it.
 * Not for secrets.
 */
export interface Hasard {
  /** An integer from 0 to `borne` excluded. */
  entier(borne: number): number;
  /** One of the values. */
  parmi<Valeur>(valeurs: readonly Valeur[]): Valeur;
  /** True with this probability. */
  chance(probabilite: number): boolean;
}

/** mulberry32, public domain algorithm: enough spread for invented people. */
export function createHasard(graine: number): Hasard {
  let etat = graine >>> 0;
  const suivant = (): number => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let melange = Math.imul(etat ^ (etat >>> 15), etat | 1);
    melange ^= melange + Math.imul(melange ^ (melange >>> 7), melange | 61);
    return ((melange ^ (melange >>> 14)) >>> 0) / 2 ** 32;
  };
  const entier = (borne: number) => Math.floor(suivant() * borne);
  return {
    entier,
    parmi: (valeurs) => {
      const choisie = valeurs[entier(valeurs.length)];
      if (choisie === undefined) throw new Error("Rien à tirer au sort.");
      return choisie;
    },
    chance: (probabilite) => suivant() < probabilite,
  };
}

/** Values of a statement that is built piece by piece: each gets its `$n`. */
export interface Parametres {
  readonly valeurs: readonly unknown[];
  /** Adds a value and returns how to write it in the statement. */
  lier(valeur: unknown): string;
}

export function createParametres(): Parametres {
  const valeurs: unknown[] = [];
  return {
    valeurs,
    lier: (valeur) => {
      valeurs.push(valeur);
      return `$${valeurs.length}`;
    },
  };
}

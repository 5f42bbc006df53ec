/** The middle value; the mean of the two in the middle when their number is even. */
export function mediane(valeurs: readonly number[]): number {
  const triees = valeurs.toSorted((a, b) => a - b);
  const milieu = Math.floor(triees.length / 2);
  const [avant, apres] = [triees[milieu - 1] ?? 0, triees[milieu] ?? 0];
  return triees.length % 2 === 0 ? (avant + apres) / 2 : apres;
}

/** Smallest and largest. */
export const etendue = (valeurs: readonly number[]): readonly [min: number, max: number] => [
  Math.min(...valeurs),
  Math.max(...valeurs),
];

/** Each value of one series over the value of the same round in the other. */
export const rapports = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((valeur, rang) => valeur / (b[rang] ?? Number.NaN));

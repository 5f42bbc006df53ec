/** Âge révolu en années d'une personne née ce jour, à cette date (AAAA-MM-JJ toutes deux). */
export function ageRevolu(naissance: string, le: string): number {
  const annees = Number(le.slice(0, 4)) - Number(naissance.slice(0, 4));
  return le.slice(5) < naissance.slice(5) ? annees - 1 : annees;
}

const TRANCHES: readonly (readonly [jusquA: number, libelle: string])[] = [
  [2, "moins de 3 ans"],
  [9, "3 à 9 ans"],
  [17, "10 à 17 ans"],
  [29, "18 à 29 ans"],
  [39, "30 à 39 ans"],
  [49, "40 à 49 ans"],
  [59, "50 à 59 ans"],
  [69, "60 à 69 ans"],
  [79, "70 à 79 ans"],
  [89, "80 à 89 ans"],
];

/** La tranche d'âge : assez pour répondre, trop peu pour reconnaître quelqu'un. */
export const trancheAge = (age: number): string => TRANCHES.find(([jusquA]) => age <= jusquA)?.[1] ?? "90 ans et plus";

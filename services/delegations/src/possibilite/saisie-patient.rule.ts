import type { Personne } from "../eligibilite/faits.ts";

/** Une valeur refusée : son chemin dans les arguments, et pourquoi, en français. */
export interface SaisieFausse {
  readonly champ: string;
  readonly explication: string;
}

const AGE_MAXIMUM = 130;
const MOIS_PAR_AN = 12;

/** La première valeur fausse, ou `null`. Une phrase ne répète jamais ce qui est dit de la personne. */
export const controlerPersonne = (personne: Personne, criteresConnus: ReadonlySet<string>): SaisieFausse | null =>
  controlerAge(personne) ?? controlerCriteres(personne, criteresConnus);

function controlerAge({ age, ageMois }: Personne): SaisieFausse | null {
  if (!entreZeroEt(AGE_MAXIMUM, age)) {
    return { champ: "patient.age", explication: `L'âge va de 0 à ${AGE_MAXIMUM} ans.` };
  }
  const moisMaximum = AGE_MAXIMUM * MOIS_PAR_AN;
  if (!entreZeroEt(moisMaximum, ageMois)) {
    return { champ: "patient.ageMois", explication: `L'âge en mois va de 0 à ${moisMaximum}.` };
  }
  if (age !== null && ageMois !== null && Math.floor(ageMois / MOIS_PAR_AN) !== age) {
    return { champ: "patient.ageMois", explication: "L'âge en mois et l'âge en années se contredisent." };
  }
  return null;
}

const entreZeroEt = (maximum: number, valeur: number | null): boolean =>
  valeur === null || (valeur >= 0 && valeur <= maximum);

function controlerCriteres({ criteres }: Personne, connus: ReadonlySet<string>): SaisieFausse | null {
  const champ = "patient.criteres";
  if (criteres.some(({ code }) => !connus.has(code))) {
    return { champ, explication: "Un des codes n'est pas celui d'un critère du catalogue." };
  }
  const codes = new Set(criteres.map(({ code }) => code));
  return codes.size === criteres.length ? null : { champ, explication: "Un même critère est dit deux fois." };
}

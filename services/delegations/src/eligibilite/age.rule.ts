import type { Verdict } from "@coordination/rules";
import type { BorneAge, EpreuvePersonne } from "../catalogue/delegation.ts";
import type { FaitsPersonne } from "./faits.ts";

/** Les limites d'âge d'un texte s'entendent en âge révolu, bornes comprises ; tout se compare en mois. */

type LimitesAge = Extract<EpreuvePersonne, { genre: "AGE" }>;
type Age = Pick<FaitsPersonne, "age" | "ageMois">;

const MOIS_PAR_AN = 12;
/** Jusqu'à trois ans, un âge se dit en mois. */
const AGE_DIT_EN_MOIS = 36;

/** OUI dans les limites, NON au-dehors, INCONNU quand l'âge manque ou n'est pas assez précis. */
export function jugerAge({ min, max }: LimitesAge, age: Age): Verdict {
  const possibles = moisPossibles(age);
  if (possibles === null) return "INCONNU";
  const plancher = min === null ? 0 : premierMois(min);
  const plafond = max === null ? Number.POSITIVE_INFINITY : dernierMois(max);
  if (possibles.dernier < plancher || possibles.premier > plafond) return "NON";
  return possibles.premier >= plancher && possibles.dernier <= plafond ? "OUI" : "INCONNU";
}

/** Ce qui est constaté de l'âge : « 5 ans : en dessous de 11 ans ». */
export function constaterAge(limites: LimitesAge, age: Age): string {
  const possibles = moisPossibles(age);
  if (possibles === null) {
    return age.age === null && age.ageMois === null
      ? "âge inconnu"
      : "l'âge en années et l'âge en mois se contredisent";
  }
  const { min, max } = limites;
  if (min !== null && possibles.dernier < premierMois(min)) return `${direAge(age)} : en dessous de ${direBorne(min)}`;
  if (max !== null && possibles.premier > dernierMois(max)) return `${direAge(age)} : au-dessus de ${direBorne(max)}`;
  return jugerAge(limites, age) === "OUI" ? direAge(age) : `${direAge(age)} : l'âge en mois reste à préciser`;
}

/** Les âges en mois que les faits permettent ; `null` sans fait, ou quand ils se contredisent. */
function moisPossibles({ age, ageMois }: Age): { premier: number; dernier: number } | null {
  if (ageMois !== null) {
    const coherent = age === null || Math.floor(ageMois / MOIS_PAR_AN) === age;
    return coherent ? { premier: ageMois, dernier: ageMois } : null;
  }
  return age === null ? null : { premier: age * MOIS_PAR_AN, dernier: age * MOIS_PAR_AN + MOIS_PAR_AN - 1 };
}

const premierMois = ({ valeur, unite }: BorneAge): number => (unite === "ANS" ? valeur * MOIS_PAR_AN : valeur);

/** « 45 ans au plus » va jusqu'à la veille des 46 ans. */
const dernierMois = ({ valeur, unite }: BorneAge): number =>
  unite === "ANS" ? valeur * MOIS_PAR_AN + MOIS_PAR_AN - 1 : valeur;

function direAge({ age, ageMois }: Age): string {
  if (ageMois !== null && ageMois < AGE_DIT_EN_MOIS) return `${ageMois} mois`;
  return direAns(age ?? Math.floor((ageMois ?? 0) / MOIS_PAR_AN));
}

const direBorne = ({ valeur, unite }: BorneAge): string => (unite === "MOIS" ? `${valeur} mois` : direAns(valeur));

const direAns = (annees: number): string =>
  annees === 0 ? "moins d'un an" : `${annees} ${annees === 1 ? "an" : "ans"}`;

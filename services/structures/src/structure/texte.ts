import type { MotCorrige } from "./corrections.ts";
import type { Valeurs } from "./valeurs.ts";

/**
 * SQL over `s`: who matches a text, and how well. What depends on the text alone is in scalar subqueries, computed once
 * whatever the plan: statements are prepared, and a plan that serves every text would otherwise compute it for each row.
 */
export interface PartieTexte {
  readonly condition: string;
  /** Written only where it is read: a statement may not have values that it does not use. */
  score(): string;
}

/**
 * The same condition when most rows are known to meet it: behind a `case`, no text index serves it, and the planner
 * takes it for true half of the time, so that it reads in the order asked and stops early.
 */
export const souventVraie = (condition: string): string => `case when ${condition} then true else false end`;

/** The share of the name and city that the text covers. */
const couverture = (texte: string): string =>
  `least(1, (select length(nom_normalise(${texte})))::double precision / (length(s.nom) + coalesce(length(s.ville) + 1, 0)))`;

/**
 * Every word given begins a word of the name, of the city, or of what its type is called. From 0.5 to 1: half for that, a
 * quarter when the words are whole, a quarter for what they cover of the name.
 */
export function texteExact(texte: string, valeurs: Valeurs): PartieTexte {
  const voulu = valeurs.ajouter(texte, "text");
  return {
    condition: `s.mots @@ (select debuts_de_mots(${voulu}))`,
    score: () => `(0.5 + 0.25 * (s.mots @@ (select mots_entiers(${voulu})))::int + 0.25 * ${couverture(voulu)})`,
  };
}

/**
 * Every word given begins a word, or stands for one with a fault or two. Below 0.5: half of the mean of what each word got
 * right, so that its score tells a forgiven fault from what is written so.
 */
export function texteApproche(mots: readonly MotCorrige[], valeurs: Valeurs): PartieTexte {
  if (mots.length === 0) return { condition: "false", score: () => "0" };
  const parmi = (essais: readonly string[]) => `s.mots @@ (select ${valeurs.ajouter(essais.join(" | "), "tsquery")})`;
  const justesse = ({ mot, parFautes }: MotCorrige): string => {
    const cas = [[`${mot}:*`], ...parFautes]
      .map((essais, fautes) => ({ essais, juste: 1 - fautes / mot.length }))
      .filter(({ essais }) => essais.length > 0)
      .map(({ essais, juste }) => `when ${parmi(essais)} then ${juste}`);
    return `(case ${cas.join(" ")} else 0 end)`;
  };
  return {
    condition: mots.map(({ mot, parFautes }) => parmi([`${mot}:*`, ...parFautes.flat()])).join(" and "),
    score: () => `(0.499 * (${mots.map(justesse).join(" + ")})::double precision / ${mots.length})`,
  };
}

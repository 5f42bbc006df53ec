import { conjuguer, type Verdict } from "./verdict.ts";

/** Une phrase du texte, et comment la juger sur des faits. */
export interface Condition<F> {
  readonly code: string;
  readonly libelle: string;
  evaluer(faits: F): Verdict;
  /** Ce qui a été constaté, en français (« 5 ans : en dessous de 11 ans ») ; `null` quand il n'y a rien à ajouter. */
  constat?(faits: F): string | null;
}

/** Un texte : ses conditions, d'où elles viennent, et quand elles ont été relues. */
export interface Regle<F> {
  readonly regle: string;
  readonly intitule: string;
  readonly source: string;
  /** Date ISO de la dernière relecture sur la source. */
  readonly relueLe: string;
  readonly conditions: readonly Condition<F>[];
}

export interface ConditionEvaluee {
  readonly code: string;
  readonly libelle: string;
  readonly verdict: Verdict;
  readonly constat: string | null;
}

export interface Eligibilite {
  readonly regle: string;
  readonly intitule: string;
  readonly verdict: Verdict;
  readonly conditions: readonly ConditionEvaluee[];
  readonly source: string;
  readonly relueLe: string;
}

/** Juge toutes les conditions de la règle, et les rend toutes : la première qui manque ne cache pas les autres. */
export function appliquer<F>(regle: Regle<F>, faits: F): Eligibilite {
  const conditions = regle.conditions.map((condition) => ({
    code: condition.code,
    libelle: condition.libelle,
    verdict: condition.evaluer(faits),
    constat: condition.constat?.(faits) ?? null,
  }));
  return {
    regle: regle.regle,
    intitule: regle.intitule,
    verdict: conjuguer(conditions.map((condition) => condition.verdict)),
    conditions,
    source: regle.source,
    relueLe: regle.relueLe,
  };
}

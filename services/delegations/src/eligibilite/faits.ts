import type { Sexe } from "../catalogue/delegation.ts";

/** Un critère du catalogue, dit présent ou absent ; celui dont on ne parle pas est inconnu. */
interface CriterePatient {
  readonly code: string;
  readonly present: boolean;
}

/** La personne, pour autant que les textes en demandent. `null` : non renseigné. */
export interface Personne {
  readonly age: number | null;
  /** Âge total en mois, pour les plus jeunes. */
  readonly ageMois: number | null;
  readonly sexe: Sexe | null;
  readonly criteres: readonly CriterePatient[];
}

/** Ce que la moitié « personne » d'une délégation doit savoir, et rien d'autre. */
export interface FaitsPersonne extends Personne {
  /** L'acte demandé. */
  readonly acte: string;
  /** Code du département où l'acte aurait lieu. */
  readonly departement: string | null;
  /** Date ISO de l'acte. */
  readonly le: string;
}

import type { Sexe } from "../catalogue/delegation.ts";

/** Un critère du catalogue, dit présent ou absent ; celui dont on ne parle pas est inconnu. */
export interface CriterePatient {
  readonly code: string;
  readonly present: boolean;
}

/** Ce que la moitié « personne » d'une délégation doit savoir, et rien d'autre. `null` : non renseigné. */
export interface FaitsPersonne {
  readonly age: number | null;
  /** Âge total en mois, pour les plus jeunes. */
  readonly ageMois: number | null;
  readonly sexe: Sexe | null;
  readonly criteres: readonly CriterePatient[];
  /** L'acte demandé. */
  readonly acte: string;
  /** Code du département où l'acte aurait lieu. */
  readonly departement: string | null;
  /** Date ISO de l'acte. */
  readonly le: string;
}

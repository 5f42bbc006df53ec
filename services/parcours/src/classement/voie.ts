import type { MotifPese } from "./motif.ts";

/** À qui l'on s'adresserait. */
export type Cible =
  | { readonly genre: "SITUATION"; readonly id: string }
  | { readonly genre: "STRUCTURE"; readonly id: string }
  | { readonly genre: "EQUIPE"; readonly id: string };

/** Une demande du besoin, à laquelle plusieurs candidats répondent : une profession, un type de structure, un acte délégué. */
export interface Demande {
  readonly cle: string;
  readonly libelle: string;
}

/** Une façon pour une cible de répondre au besoin ; une même cible peut en avoir plusieurs. */
export interface Voie {
  readonly cible: Cible;
  readonly demande: Demande;
  /** Ce qui la désigne au cercle de la personne : le professionnel, la structure. */
  readonly siens: readonly string[];
  /** Le lieu où elle exerce, quand il n'est pas elle-même : sa structure. */
  readonly lieu: string | null;
  /** La possibilité de délégation, ou `null`. */
  readonly possibilite: string | null;
  readonly distanceKm: number | null;
  readonly complementaire: boolean;
  /** Tous les termes du score, et toutes les raisons d'écarter. */
  readonly motifs: readonly MotifPese[];
}

export const estRetenue = ({ motifs }: { readonly motifs: readonly MotifPese[] }): boolean =>
  motifs.every(({ effet }) => effet !== "EXCLUANT");

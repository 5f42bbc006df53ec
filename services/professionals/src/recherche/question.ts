import type { Selection } from "./colonnes.ts";
import type { Moment } from "./conditions.ts";
import type { Corrections } from "./corrections.ts";
import type { CriteresRecherche } from "./criteres.ts";

/** What is looked for, and how. */
export interface Question {
  readonly criteres: CriteresRecherche;
  /** What the name may mean; null while it is taken as it was typed. */
  readonly corrections: Corrections | null;
  readonly moment: Moment;
  /** Up to when changes are shown; null for a search that does not follow them. */
  readonly horizon: string | null;
}

/** One page of it: the keys of the row that it comes after, its size, and what the query asks to read. */
export interface QuestionDePage extends Question {
  readonly apres: readonly (string | number)[] | null;
  readonly limite: number;
  readonly selection: Selection;
}

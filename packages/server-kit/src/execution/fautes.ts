import { type GraphQLError, type GraphQLResolveInfo, locatedError, responsePathAsArray } from "graphql";
import type { ChampPrevu, Execution } from "./contexte.ts";

/** Where a value stands in the answer; undefined at its top. */
export type Chemin = GraphQLResolveInfo["path"];

/** The errors of one answer: one at most for a place, none under a place that is null already because of another. */
export class Fautes {
  readonly errors: GraphQLError[] = [];
  readonly #lieux = new Set<Chemin | undefined>();

  ajouter(error: GraphQLError, chemin: Chemin | undefined): void {
    if (this.#lieux.has(undefined)) return;
    for (let lieu = chemin; lieu !== undefined; lieu = lieu.prev) if (this.#lieux.has(lieu)) return;
    this.#lieux.add(chemin);
    this.errors.push(error);
  }
}

/**
 * What stands where a field, or an element of its list, failed: null, the error noted; or the error itself, thrown to what is
 * around, where the schema allows no null.
 */
export function fauter(
  execution: Execution,
  champ: ChampPrevu,
  { chemin, exige, raison }: { chemin: Chemin; exige: boolean; raison: unknown },
): null {
  const error = locatedError(raison, champ.noeuds, responsePathAsArray(chemin));
  if (exige) throw error;
  execution.fautes.ajouter(error, chemin);
  return null;
}

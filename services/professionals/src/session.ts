import type { Sql } from "@coordination/database";

/** What a loader may use: the database, and when the request is made. */
export interface Session {
  readonly sql: Sql;
  /** The civil day in France, AAAA-MM-JJ. */
  readonly aujourdhui: string;
  readonly maintenant: Date;
}

/** Rows in the order of the keys, null where there is none: what DataLoader asks for. */
export function alignerSurCles<Ligne>(
  cles: readonly string[],
  lignes: readonly Ligne[],
  cleDe: (ligne: Ligne) => string,
): (Ligne | null)[] {
  const parCle = new Map(lignes.map((ligne) => [cleDe(ligne), ligne]));
  return cles.map((cle) => parCle.get(cle) ?? null);
}

/** All the rows of each key, in the rows' order. */
export function grouperSurCles<Ligne>(
  cles: readonly string[],
  lignes: readonly Ligne[],
  cleDe: (ligne: Ligne) => string,
): Ligne[][] {
  const groupes = Map.groupBy(lignes, cleDe);
  return cles.map((cle) => groupes.get(cle) ?? []);
}

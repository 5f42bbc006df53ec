import type { Sql } from "@coordination/database";
import type { Predecesseur } from "./predecesseur.type.ts";

/** The declared predecessors of each structure. */
export async function findPredecesseurs(
  sql: Sql,
  structureIds: readonly string[],
): Promise<(Predecesseur & { structureId: string })[]> {
  return sql.query<Predecesseur & { structureId: string }>(
    `select p.structure_id as "structureId", p.nom, p.type, p.finess, p.jusqu_au as "jusquAu"
     from predecesseur p where p.structure_id = any($1) order by p.jusqu_au, p.nom collate "fr-x-icu"`,
    [structureIds],
  );
}

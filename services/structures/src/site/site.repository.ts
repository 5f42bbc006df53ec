import type { Sql } from "@coordination/database";
import type { Site } from "./site.type.ts";

/** The declared sites of each structure, in the order of the declaration. */
export async function findSites(
  sql: Sql,
  structureIds: readonly string[],
): Promise<(Site & { structureId: string })[]> {
  return sql.query<Site & { structureId: string }>(
    `select s.structure_id as "structureId", s.nature, s.nom, s.lignes, s.code_insee as "codeInsee"
     from site s where s.structure_id = any($1) order by s.structure_id, s.rang`,
    [structureIds],
  );
}

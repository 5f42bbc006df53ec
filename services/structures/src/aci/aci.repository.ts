import type { Sql } from "@coordination/database";
import type { Aci } from "./aci.type.ts";

/** The latest agreement of each structure, signed on that day at the latest. */
export async function findAcis(
  sql: Sql,
  structureIds: readonly string[],
  le: string,
): Promise<(Aci & { structureId: string })[]> {
  return sql.query<Aci & { structureId: string }>(
    `select distinct on (a.structure_id) a.structure_id as "structureId", a.signe_le as "signeLe", a.cpam, a.ars
     from aci a where a.structure_id = any($1) and a.signe_le <= $2::date order by a.structure_id, a.signe_le desc`,
    [structureIds, le],
  );
}

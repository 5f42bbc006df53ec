import type { Sql } from "@coordination/database";
import type { Labellisation } from "./msp.type.ts";

/** The latest decision on each structure, taken on that day at the latest. */
export async function findLabellisations(
  sql: Sql,
  structureIds: readonly string[],
  le: string,
): Promise<(Labellisation & { structureId: string })[]> {
  return sql.query<Labellisation & { structureId: string }>(
    `select distinct on (l.structure_id) l.structure_id as "structureId", l.region as "codeRegion", l.decision,
            l.decidee_le as "decideeLe", l.expire_le as "expireLe", l.source
     from labellisation l where l.structure_id = any($1) and l.decidee_le <= $2::date
     order by l.structure_id, l.decidee_le desc`,
    [structureIds, le],
  );
}

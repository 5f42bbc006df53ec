import type { Sql } from "@coordination/database";
import type { Aci } from "./aci.type.ts";

/** The latest agreement of each structure, signed on that day at the latest. */
export async function findAcis(
  sql: Sql,
  structureIds: readonly string[],
  le: string,
): Promise<(Aci & { structureId: string })[]> {
  return sql.query<Aci & { structureId: string }>(
    `select distinct on (a.structure_id) a.structure_id as "structureId", a.signe_le as "signeLe", a.cpam, a.ars, a.source
     from aci a where a.structure_id = any($1) and a.signe_le <= $2::date order by a.structure_id, a.signe_le desc`,
    [structureIds, le],
  );
}

/** Writes or replaces the agreement signed on that day. */
export async function ecrireAci(
  tx: Sql,
  aci: { structureId: string; signeLe: string; cpam: string; ars: string | null; source: string },
): Promise<void> {
  await tx.query(
    `insert into aci (structure_id, signe_le, cpam, ars, source) values ($1, $2, $3, $4, $5)
     on conflict (structure_id, signe_le) do update set (cpam, ars, source) = (excluded.cpam, excluded.ars, excluded.source)`,
    [aci.structureId, aci.signeLe, aci.cpam, aci.ars, aci.source],
  );
}

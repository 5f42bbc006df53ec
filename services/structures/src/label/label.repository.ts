import type { Sql } from "@coordination/database";
import type { LabelDecide } from "./label.rule.ts";

/** The latest decision on each label of each structure, taken on that day at the latest. */
export async function findLabels(
  sql: Sql,
  structureIds: readonly string[],
  le: string,
): Promise<(LabelDecide & { structureId: string })[]> {
  return sql.query<LabelDecide & { structureId: string }>(
    `select distinct on (l.structure_id, l.label) l.structure_id as "structureId", l.label, l.decision, l.expire_le as "expireLe"
     from label_decide l where l.structure_id = any($1) and l.decidee_le <= $2::date
     order by l.structure_id, l.label, l.decidee_le desc`,
    [structureIds, le],
  );
}

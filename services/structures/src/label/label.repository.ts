import type { Sql } from "@coordination/database";
import type { Verdict } from "@coordination/rules";
import type { Label } from "../enums.type.ts";
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

/** A decision as it is written down. */
export interface DecisionDeLabel {
  readonly structureId: string;
  readonly region: string;
  readonly decision: Verdict;
  readonly decideeLe: string;
  readonly expireLe: string | null;
  readonly source: string;
}

/** Writes or replaces the decision of that day on a label. */
export async function ecrireLabel(tx: Sql, label: Label, decision: DecisionDeLabel): Promise<void> {
  const { structureId, region, decideeLe, expireLe, source } = decision;
  await tx.query(
    `insert into label_decide (structure_id, label, region, decision, decidee_le, expire_le, source) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (structure_id, label, decidee_le) do update set (region, decision, expire_le, source) =
       (excluded.region, excluded.decision, excluded.expire_le, excluded.source)`,
    [structureId, label, region, decision.decision, decideeLe, expireLe, source],
  );
}

/** Writes or replaces the decision of that day on the labelling of a MSP. */
export async function ecrireLabellisation(tx: Sql, decision: DecisionDeLabel): Promise<void> {
  const { structureId, region, decideeLe, expireLe, source } = decision;
  await tx.query(
    `insert into labellisation (structure_id, region, decision, decidee_le, expire_le, source) values ($1, $2, $3, $4, $5, $6)
     on conflict (structure_id, decidee_le) do update set (region, decision, expire_le, source) =
       (excluded.region, excluded.decision, excluded.expire_le, excluded.source)`,
    [structureId, region, decision.decision, decideeLe, expireLe, source],
  );
}

import type { Sql } from "@coordination/database";
import type { ActionPlan, Objectif } from "./plan.type.ts";

/** A version of a plan, as stored. */
export interface LignePlan {
  readonly dossierId: string;
  readonly version: number;
  readonly valideLe: string | null;
  readonly objectifs: Objectif[];
  readonly actions: ActionPlan[];
}

/** The plans of these cases, the current one first. */
export const findPlans = (sql: Sql, dossierIds: readonly string[]): Promise<LignePlan[]> =>
  sql.query<LignePlan>(
    `select dossier_id as "dossierId", version, valide_le as "valideLe", objectifs, actions from plan
     where dossier_id = any($1::uuid[]) order by dossier_id, version desc`,
    [dossierIds],
  );

/** Writes the plan under way again, or the version that follows a validated one. */
export async function ecrirePlan(
  tx: Sql,
  { dossierId, objectifs, actions }: Pick<LignePlan, "dossierId" | "objectifs" | "actions">,
): Promise<void> {
  const [courant] = await findPlans(tx, [dossierId]);
  const version = courant === undefined ? 1 : courant.version + (courant.valideLe === null ? 0 : 1);
  await tx.query(
    `insert into plan (dossier_id, version, objectifs, actions) values ($1, $2, $3::jsonb, $4::jsonb)
     on conflict (dossier_id, version) do update set objectifs = excluded.objectifs, actions = excluded.actions, etabli_le = now()`,
    [dossierId, version, JSON.stringify(objectifs), JSON.stringify(actions)],
  );
}

/** Validates the plan under way; false when there is none. */
export async function validerPlan(tx: Sql, dossierId: string): Promise<boolean> {
  const valides = await tx.query(
    "update plan set valide_le = now() where dossier_id = $1 and valide_le is null returning version",
    [dossierId],
  );
  return valides.length > 0;
}

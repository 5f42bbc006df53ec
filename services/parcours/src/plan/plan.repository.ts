import type { Sql } from "@coordination/database";
import type { Verdict } from "@coordination/rules";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import type { ActionPlan, Objectif } from "./plan.type.ts";

/** A version of a plan, as stored. */
export interface LignePlan {
  readonly dossierId: string;
  readonly version: number;
  readonly valideLe: string | null;
  readonly objectifs: Objectif[];
  readonly actions: ActionPlan[];
}

/** What is written of an objective; whether it is reached is found later, beside it. */
interface PlanAEcrire extends Pick<LignePlan, "dossierId" | "actions"> {
  readonly objectifs: readonly Omit<Objectif, "atteint">[];
}

/** The plans of these cases, the current one first; each objective with what was last found of it. */
export const findPlans = (sql: Sql, dossierIds: readonly string[]): Promise<LignePlan[]> =>
  sql.query<LignePlan>(
    `select p.dossier_id as "dossierId", p.version, p.valide_le as "valideLe", p.actions,
       (select coalesce(jsonb_agg(o.un || jsonb_build_object('atteint', coalesce(
                 (select c.atteint from constat_objectif c
                  where c.dossier_id = p.dossier_id and c.version = p.version and c.objectif = o.un ->> 'id'
                  order by c.id desc limit 1), 'INCONNU')) order by o.rang), '[]')
        from jsonb_array_elements(p.objectifs) with ordinality o (un, rang)) as objectifs
     from plan p where p.dossier_id = any($1::uuid[]) order by p.dossier_id, p.version desc`,
    [dossierIds],
  );

/** Writes the plan under way again, or the version that follows a validated one. */
export async function ecrirePlan(tx: Sql, { dossierId, objectifs, actions }: PlanAEcrire): Promise<void> {
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

interface ConstatAEcrire extends Pick<LignePlan, "dossierId" | "version"> {
  readonly objectif: string;
  readonly atteint: Verdict;
  readonly auteur: ActeurEcrit;
}

/** Adds what the team finds of an objective: what it had found before stays written. */
export async function ecrireConstat(
  tx: Sql,
  { dossierId, version, objectif, atteint, auteur }: ConstatAEcrire,
): Promise<void> {
  await tx.query(
    "insert into constat_objectif (dossier_id, version, objectif, atteint, constate_par) values ($1, $2, $3, $4, $5::jsonb)",
    [dossierId, version, objectif, atteint, JSON.stringify(auteur)],
  );
}

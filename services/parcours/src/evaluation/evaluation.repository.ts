import type { Sql } from "@coordination/database";
import type { DomaineEvalue, Evaluation } from "./evaluation.type.ts";

type EvaluationAEcrire = Omit<Evaluation, "domaines"> & {
  readonly dossierId: string;
  readonly domaines: readonly DomaineEvalue[];
};

/** Writes an evaluation. */
export async function insererEvaluation(tx: Sql, evaluation: EvaluationAEcrire): Promise<void> {
  const { id, dossierId, grille, versionGrille, realiseeLe, domaines, synthese } = evaluation;
  await tx.query(
    `insert into evaluation (id, dossier_id, grille, version_grille, realisee_le, domaines, synthese)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
    [id, dossierId, grille, versionGrille, realiseeLe, JSON.stringify(domaines), synthese],
  );
}

/** The evaluations of these cases, the first one first. */
export const findEvaluations = (
  sql: Sql,
  dossierIds: readonly string[],
): Promise<(Evaluation & { dossierId: string })[]> =>
  sql.query(
    `select id, dossier_id as "dossierId", grille, version_grille as "versionGrille", realisee_le as "realiseeLe", domaines, synthese
     from evaluation where dossier_id = any($1::uuid[]) order by dossier_id, realisee_le, enregistree_le`,
    [dossierIds],
  );

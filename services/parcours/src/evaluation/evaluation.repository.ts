import type { Sql } from "@coordination/database";
import type { DomaineEvalue, Evaluation } from "./evaluation.type.ts";

/** `chiffre` holds what was found, or `domaines` and `synthese` for an evaluation written before it was encrypted. */
export interface LigneEvaluation extends Omit<Evaluation, "domaines"> {
  readonly dossierId: string;
  readonly domaines: DomaineEvalue[] | null;
  readonly chiffre: string | null;
}

/** Writes an evaluation. */
export async function insererEvaluation(
  tx: Sql,
  evaluation: Omit<LigneEvaluation, "domaines" | "synthese">,
): Promise<void> {
  const { id, dossierId, grille, versionGrille, realiseeLe, chiffre } = evaluation;
  await tx.query(
    `insert into evaluation (id, dossier_id, grille, version_grille, realisee_le, chiffre)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, dossierId, grille, versionGrille, realiseeLe, chiffre],
  );
}

/** The evaluations of these cases, the first one first. */
export const findEvaluations = (sql: Sql, dossierIds: readonly string[]): Promise<LigneEvaluation[]> =>
  sql.query(
    `select id, dossier_id as "dossierId", grille, version_grille as "versionGrille", realisee_le as "realiseeLe", domaines, synthese, chiffre
     from evaluation where dossier_id = any($1::uuid[]) order by dossier_id, realisee_le, enregistree_le`,
    [dossierIds],
  );

import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";

export interface LigneNote {
  readonly dossierId: string;
  readonly auteur: ActeurEcrit;
  readonly texte: string;
  readonly le: string;
}

/** Writes a note of the team. */
export async function insererNote(
  tx: Sql,
  { id, dossierId, auteur, texte }: Omit<LigneNote, "le"> & { readonly id: string },
): Promise<void> {
  await tx.query("insert into note (id, dossier_id, auteur, texte) values ($1, $2, $3::jsonb, $4)", [
    id,
    dossierId,
    JSON.stringify(auteur),
    texte,
  ]);
}

/** The notes of these cases, in order. */
export const findNotes = (sql: Sql, dossierIds: readonly string[]): Promise<LigneNote[]> =>
  sql.query<LigneNote>(
    `select dossier_id as "dossierId", auteur, texte, le from note where dossier_id = any($1::uuid[]) order by dossier_id, le, id`,
    [dossierIds],
  );

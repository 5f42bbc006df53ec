import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";

/** `chiffre` holds the words, or `texte` for a note written before they were encrypted. */
export interface LigneNote {
  readonly id: string;
  readonly dossierId: string;
  readonly auteur: ActeurEcrit;
  readonly texte: string | null;
  readonly chiffre: string | null;
  readonly le: string;
}

/** Writes a note of the team. */
export async function insererNote(
  tx: Sql,
  { id, dossierId, auteur, chiffre }: Omit<LigneNote, "le" | "texte">,
): Promise<void> {
  await tx.query("insert into note (id, dossier_id, auteur, chiffre) values ($1, $2, $3::jsonb, $4)", [
    id,
    dossierId,
    JSON.stringify(auteur),
    chiffre,
  ]);
}

/** The notes of these cases, in order. */
export const findNotes = (sql: Sql, dossierIds: readonly string[]): Promise<LigneNote[]> =>
  sql.query<LigneNote>(
    `select id, dossier_id as "dossierId", auteur, texte, chiffre, le from note where dossier_id = any($1::uuid[]) order by dossier_id, le, id`,
    [dossierIds],
  );

import type { Sql } from "@coordination/database";

/** A meeting about a case; who took part and what was decided are one encrypted text. */
export interface LigneConcertation {
  readonly id: string;
  readonly dossierId: string;
  readonly le: string;
  readonly chiffre: string;
}

/** The meetings of these cases, the first one first. */
export const findConcertations = (sql: Sql, dossierIds: readonly string[]): Promise<LigneConcertation[]> =>
  sql.query<LigneConcertation>(
    `select id, dossier_id as "dossierId", le, chiffre from concertation
     where dossier_id = any($1::uuid[]) order by dossier_id, le, id`,
    [dossierIds],
  );

/** Writes a meeting down. */
export async function insererConcertation(tx: Sql, { id, dossierId, le, chiffre }: LigneConcertation): Promise<void> {
  await tx.query("insert into concertation (id, dossier_id, le, chiffre) values ($1, $2, $3, $4)", [
    id,
    dossierId,
    le,
    chiffre,
  ]);
}

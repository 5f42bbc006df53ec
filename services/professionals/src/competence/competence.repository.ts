import type { Sql } from "@coordination/database";

/** A declared skill, as stored. */
export interface LigneCompetence {
  readonly professionnelId: string;
  readonly libelle: string;
  readonly depuis: string;
  readonly jusquA: string | null;
  readonly source: string;
}

/** All that these people declared, whatever the date. */
export const findCompetencesByProfessionnels = (sql: Sql, ids: readonly string[]): Promise<LigneCompetence[]> =>
  sql.query<LigneCompetence>(
    `select professionnel_id as "professionnelId", libelle, depuis, jusqu_a as "jusquA", source
     from competence where professionnel_id = any($1) order by libelle collate "fr-x-icu", depuis`,
    [ids],
  );

/** Declares a skill; the same one of the same person that begins the same day gives way to it. */
export async function remplacerCompetence(tx: Sql, competence: LigneCompetence): Promise<void> {
  const { professionnelId, libelle, depuis, jusquA, source } = competence;
  await tx.query(
    `insert into competence (professionnel_id, libelle, depuis, jusqu_a, source) values ($1, $2, $3, $4, $5)
     on conflict (professionnel_id, libelle, depuis) do update set jusqu_a = excluded.jusqu_a, source = excluded.source,
       mis_a_jour_le = now()`,
    [professionnelId, libelle, depuis, jusquA, source],
  );
}

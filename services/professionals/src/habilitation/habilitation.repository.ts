import type { Sql } from "@coordination/database";

/** A declared training or authorisation, as stored. */
export interface LigneHabilitation {
  readonly professionnelId: string;
  readonly code: string;
  readonly depuis: string;
  readonly jusquA: string | null;
  readonly organisme: string | null;
  readonly source: string;
}

/** All that these people declared, whatever the date. */
export const findHabilitationsByProfessionnels = (sql: Sql, ids: readonly string[]): Promise<LigneHabilitation[]> =>
  sql.query<LigneHabilitation>(
    `select professionnel_id as "professionnelId", code, depuis, jusqu_a as "jusquA", organisme, source
     from habilitation where professionnel_id = any($1) order by code, depuis`,
    [ids],
  );

/** Declares an authorisation; the one of the same person that begins the same day gives way to it. */
export async function remplacerHabilitation(tx: Sql, habilitation: LigneHabilitation): Promise<void> {
  const { professionnelId, code, depuis, jusquA, organisme, source } = habilitation;
  await tx.query(
    `insert into habilitation (professionnel_id, code, depuis, jusqu_a, organisme, source) values ($1, $2, $3, $4, $5, $6)
     on conflict (professionnel_id, code, depuis) do update set jusqu_a = excluded.jusqu_a,
       organisme = excluded.organisme, source = excluded.source, mis_a_jour_le = now()`,
    [professionnelId, code, depuis, jusquA, organisme, source],
  );
}

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

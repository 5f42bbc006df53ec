import type { Sql } from "@coordination/database";
import type { CodeQualite } from "./qualite.type.ts";

/** A declared quality, as stored. */
export interface LigneQualite {
  readonly professionnelId: string;
  readonly code: CodeQualite;
  readonly precision: string | null;
  readonly depuis: string;
  readonly jusquA: string | null;
  readonly source: string;
}

/** All that these people declared, whatever the date. */
export const findQualitesByProfessionnels = (sql: Sql, ids: readonly string[]): Promise<LigneQualite[]> =>
  sql.query<LigneQualite>(
    `select professionnel_id as "professionnelId", code, precision, depuis, jusqu_a as "jusquA", source
     from qualite where professionnel_id = any($1) order by code, depuis`,
    [ids],
  );

/** Declares a quality; the one of the same person that begins the same day gives way to it. */
export async function remplacerQualite(tx: Sql, qualite: LigneQualite): Promise<void> {
  const { professionnelId, code, precision, depuis, jusquA, source } = qualite;
  await tx.query(
    `insert into qualite (professionnel_id, code, precision, depuis, jusqu_a, source) values ($1, $2, $3, $4, $5, $6)
     on conflict (professionnel_id, code, depuis) do update set precision = excluded.precision,
       jusqu_a = excluded.jusqu_a, source = excluded.source, mis_a_jour_le = now()`,
    [professionnelId, code, precision, depuis, jusquA, source],
  );
}

import type { Sql } from "@coordination/database";
import type { CodeContrat } from "./contrat.type.ts";

/** A contract, as stored. */
export interface LigneContrat {
  readonly professionnelId: string;
  readonly code: CodeContrat;
  readonly depuis: string;
  readonly jusquA: string | null;
  readonly zoneExigee: string | null;
  readonly source: string;
}

/** All the contracts of these people, past ones included, the latest first. */
export const findContratsByProfessionnels = (sql: Sql, ids: readonly string[]): Promise<LigneContrat[]> =>
  sql.query<LigneContrat>(
    `select professionnel_id as "professionnelId", code, depuis, jusqu_a as "jusquA", zone_exigee as "zoneExigee", source
     from contrat_installation where professionnel_id = any($1) order by depuis desc, code`,
    [ids],
  );

/** Declares a contract; the same one of the same person that begins the same day gives way to it. */
export async function remplacerContrat(tx: Sql, contrat: LigneContrat): Promise<void> {
  const { professionnelId, code, depuis, jusquA, zoneExigee, source } = contrat;
  await tx.query(
    `insert into contrat_installation (professionnel_id, code, depuis, jusqu_a, zone_exigee, source)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (professionnel_id, code, depuis) do update set jusqu_a = excluded.jusqu_a,
       zone_exigee = excluded.zone_exigee, source = excluded.source, mis_a_jour_le = now()`,
    [professionnelId, code, depuis, jusquA, zoneExigee, source],
  );
}

import type { Sql } from "@coordination/database";
import type { FaitsDePartage } from "./fondement.rule.ts";

/** What the basis of a disclosure is computed from, and whom the case is about. */
export interface LigneDePartage extends FaitsDePartage {
  readonly dossierId: string;
  readonly usagerId: string;
}

/** For the parties to these cases: the team, the circle, the receivers of their referrals. */
export const findFaitsDePartage = (sql: Sql, dossierIds: readonly string[]): Promise<LigneDePartage[]> =>
  sql.query<LigneDePartage>(
    `select dossier_id as "dossierId", usager_id as "usagerId", membres, consentements from faits_de_partage($1::uuid[])`,
    [dossierIds],
  );

export interface LigneDeMessage {
  readonly orientationId: string;
  readonly chiffre: string;
}

/** The nominative messages that this reader may open, among these referrals. */
export const findMessages = (sql: Sql, orientationIds: readonly string[]): Promise<LigneDeMessage[]> =>
  sql.query<LigneDeMessage>(
    `select orientation_id as "orientationId", chiffre from message_nominatif where orientation_id = any($1::uuid[])`,
    [orientationIds],
  );

/** Joins their message to these referrals, in one statement. */
export async function insererMessages(tx: Sql, messages: readonly LigneDeMessage[]): Promise<void> {
  await tx.query(
    `insert into message_nominatif (orientation_id, chiffre)
     select "orientationId", chiffre from jsonb_to_recordset($1::jsonb) m ("orientationId" uuid, chiffre text)`,
    [JSON.stringify(messages)],
  );
}

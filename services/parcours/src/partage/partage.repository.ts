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
  readonly diffusion: string;
  readonly scellePour: string;
  readonly chiffre: string;
}

/** The nominative messages that this reader may open, among those of these sendings. */
export const findMessages = (sql: Sql, diffusions: readonly string[]): Promise<LigneDeMessage[]> =>
  sql.query<LigneDeMessage>(
    `select diffusion, scelle_pour as "scellePour", chiffre from message_d_envoi where diffusion = any($1::uuid[])`,
    [diffusions],
  );

/** Joins its message to a sending whose referrals are written. */
export async function insererMessage(
  tx: Sql,
  { diffusion, chiffre }: Omit<LigneDeMessage, "scellePour">,
): Promise<void> {
  await tx.query("insert into message_d_envoi (diffusion, scelle_pour, chiffre) values ($1, $1, $2)", [
    diffusion,
    chiffre,
  ]);
}

import type { Sql } from "@coordination/database";

/** Who prescribes what a sending asks. */
export interface LignePrescripteur {
  readonly diffusion: string;
  readonly prescripteurId: string;
}

/** Who prescribes, for those of these sendings whose prescriber this reader may know. */
export const findPrescripteurs = (sql: Sql, diffusions: readonly string[]): Promise<LignePrescripteur[]> =>
  sql.query<LignePrescripteur>(
    `select diffusion, prescripteur_id as "prescripteurId" from prescription_d_envoi where diffusion = any($1::uuid[])`,
    [diffusions],
  );

/** Names the prescriber of a sending whose referrals are written. */
export async function insererPrescripteur(tx: Sql, { diffusion, prescripteurId }: LignePrescripteur): Promise<void> {
  await tx.query("insert into prescription_d_envoi (diffusion, prescripteur_id) values ($1, $2)", [
    diffusion,
    prescripteurId,
  ]);
}

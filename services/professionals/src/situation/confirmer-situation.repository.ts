import type { Sql } from "@coordination/database";

const CONFIRMEE =
  "confirmee = true, depuis = depuis_propose, jusqu_a = jusqu_a_propose, depuis_propose = null, jusqu_a_propose = null";

/** The place holds from now on, at the dates that were proposed. */
export async function confirmer(tx: Sql, id: string): Promise<void> {
  await tx.query(`update situation set ${CONFIRMEE}, mis_a_jour_le = now() where id = $1 and not confirmee`, [id]);
}

/** The place is not one of the person's: it is closed without ever having been shown. */
export async function retirer(tx: Sql, id: string, jour: string): Promise<void> {
  await tx.query("update situation set ferme_le = $2::date, mis_a_jour_le = now() where id = $1 and not confirmee", [
    id,
    jour,
  ]);
}

import type { Sql } from "@coordination/database";

/** Says that what is known of this person, or of this activity, has just changed. */
export async function dater(tx: Sql, table: "professionnel" | "situation", id: string): Promise<void> {
  await tx.query(`update ${table} set mis_a_jour_le = now() where id = $1`, [id]);
}

import type { Sql } from "@coordination/database";

/**
 * The one order in which a write holds things (docs/adr/0023): its idempotency key, then its case, then whatever rows it
 * changes, then the chains of the register. Everyone who writes to a case or to what hangs from it (need, referral, story)
 * calls one of these functions before reading what it decides on: writes to one case come one after the other, so that none
 * waits for another in a circle, and so that the story and the outbox have one order, the order in which they are seen.
 */
const cleDuDossier = (id: string): string => `hashtextextended(${id}::uuid::text, 1)`;

/** Holds a case until the end of the transaction, whether there is one or not. */
export async function tenirDossier(tx: Sql, dossierId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${cleDuDossier("$1")})`, [dossierId]);
}

/** The same, without waiting: false when another write holds the case now. */
export async function tenterDossier(tx: Sql, dossierId: string): Promise<boolean> {
  const [ligne] = await tx.query<{ tenu: boolean }>(`select pg_try_advisory_xact_lock(${cleDuDossier("$1")}) as tenu`, [
    dossierId,
  ]);
  return ligne?.tenu ?? false;
}

/** The same for the case of a referral that this actor sees; nothing is held when they see none. */
export async function tenirDossierDeLOrientation(tx: Sql, orientationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${cleDuDossier("dossier_id")}) from orientation where id = $1`, [
    orientationId,
  ]);
}

/** The same, without waiting: false when another write holds the case now, or when there is no such referral. */
export async function tenterDossierDeLOrientation(tx: Sql, orientationId: string): Promise<boolean> {
  const [ligne] = await tx.query<{ tenu: boolean }>(
    `select pg_try_advisory_xact_lock(${cleDuDossier("dossier_id")}) as tenu from orientation where id = $1`,
    [orientationId],
  );
  return ligne?.tenu ?? false;
}

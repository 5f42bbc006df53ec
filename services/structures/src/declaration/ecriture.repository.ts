import type { Sql } from "@coordination/database";
import { CANAL_A_PUBLIER } from "../publication.ts";

/**
 * Something of the structure changed: its record says so, for those who follow changes. To be called first: the writes of
 * one structure then take turns.
 */
export async function marquerModifiee(tx: Sql, structureId: string): Promise<void> {
  await tx.query("update structure set mis_a_jour_le = now() where id = $1", [structureId]);
}

/** What the other services know of the structure is behind: the house will tell them (see structure_a_publier). */
export async function marquerAPublier(tx: Sql, structureId: string): Promise<void> {
  await tx.query(
    `insert into structure_a_publier (structure_id) values ($1) on conflict (structure_id) do update set depuis = now()`,
    [structureId],
  );
  await tx.query(`notify ${CANAL_A_PUBLIER}`);
}

/** The version of a structure, which nobody else changes before the transaction ends. */
export async function verrouillerVersion(tx: Sql, structureId: string): Promise<number> {
  const [ligne] = await tx.query<{ version: number }>("select version from structure where id = $1 for update", [
    structureId,
  ]);
  return ligne?.version ?? 0;
}

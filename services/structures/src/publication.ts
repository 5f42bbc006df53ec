import type pg from "pg";

/**
 * Leaves `pg_temp.structures_publiees`, which the other services' projections read in the same transaction: the given
 * structures, or all of them, closed ones flagged. Replaces what an earlier write of the transaction left there.
 */
export async function publierStructures(client: pg.Client, ids: readonly string[] | "toutes"): Promise<void> {
  await client.query(`
    drop table if exists pg_temp.structures_publiees;
    create temp table structures_publiees (
      id text primary key, type text not null, nom text not null, code_insee text, latitude double precision,
      longitude double precision, precision text, fermee boolean not null) on commit drop`);
  await client.query(
    `insert into pg_temp.structures_publiees
     select s.id, s.type, s.nom, s.code_insee, s.latitude, s.longitude, s.precision_position, s.ferme_le is not null
     from structures.structure s where $1::text[] is null or s.id = any($1)`,
    [ids === "toutes" ? null : ids],
  );
}

/** Notified when a structure was written at run time. */
export const CANAL_A_PUBLIER = "structures_a_publier";

/**
 * Takes the structures written at run time and leaves them in `pg_temp.structures_publiees`, inside the caller's
 * transaction: one that fails leaves them to the next. Returns how many.
 */
export async function publierStructuresEcrites(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    "delete from structures.structure_a_publier returning structure_id as id",
  );
  await publierStructures(
    client,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

import { setTimeout as delai } from "node:timers/promises";
import type pg from "pg";
import { enUsage, oid, prendreLaPlace, type TableNeuve } from "./table-neuve.ts";

/** How long the readers that come may wait behind us for one that lasts, and how many times we ask again. */
const ATTENTE_DU_VERROU = "250ms";
const PAUSE_MS = 500;
const ESSAIS = 240;
const VERROU_REFUSE = "55P03";

interface CleEtrangere {
  readonly table: string;
  readonly nom: string;
  readonly definition: string;
}

/**
 * Exchanges tables built anew for those in use, together, at the end of the caller's transaction. Readers wait for the
 * exchange itself only: foreign keys come back unchecked (`validerClesEtrangeres` checks them afterwards, readers and
 * writers going on). `rattraper` takes over what was written meanwhile, while writers wait and readers do not; it may run
 * several times, what the tries before did being undone.
 */
export async function echanger(
  client: pg.Client,
  tables: readonly TableNeuve[],
  rattraper: () => Promise<void>,
): Promise<void> {
  const cles = await clesEtrangeres(client, tables);
  await mettreSurLeDisque(client);
  await verrouiller(client, [...new Set([...tables.map(enUsage), ...cles.map(({ table }) => table)])], rattraper);
  for (const { table, nom } of cles) await client.query(`alter table ${table} drop constraint ${nom}`);
  for (const table of tables) await prendreLaPlace(client, table);
  for (const { table, nom, definition } of cles)
    await client.query(`alter table ${table} add constraint ${nom} ${definition.replace(/ NOT VALID$/, "")} not valid`);
}

/**
 * Where new tables are not journaled, they go to the disk before the transaction ends: now, rather than under the lock.
 * Whoever may not ask for it lets readers wait a few seconds more.
 */
async function mettreSurLeDisque(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ utile: boolean }>(
    "select current_setting('wal_level') = 'minimal' and pg_has_role('pg_checkpoint', 'usage') as utile",
  );
  if (rows[0]?.utile === true) await client.query("checkpoint");
}

/** Foreign keys from or to these tables. */
async function clesEtrangeres(client: pg.Client, tables: readonly TableNeuve[]): Promise<CleEtrangere[]> {
  const { rows } = await client.query<CleEtrangere>(
    `select conrelid::regclass::text as table, quote_ident(conname) as nom, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and (conrelid in (${tables.map(oid).join(", ")}) or confrelid in (${tables.map(oid).join(", ")}))
     order by 1, 2`,
  );
  return rows;
}

/**
 * Stops writers, lets `rattraper` do, then stops readers: all or nothing, asking for a short while each time. A lock that
 * waits behind a long search would make all the searches that follow wait with it, and whoever reads then writes would wait
 * for us as we do for it.
 */
async function verrouiller(
  client: pg.Client,
  tables: readonly string[],
  rattraper: () => Promise<void>,
): Promise<void> {
  for (let essai = 1; ; essai += 1) {
    await client.query(`savepoint echange; set local lock_timeout = '${ATTENTE_DU_VERROU}'`);
    try {
      await client.query(`lock table ${tables.join(", ")} in share row exclusive mode`);
      await rattraper();
      await client.query(`lock table ${tables.join(", ")} in access exclusive mode`);
      await client.query("set local lock_timeout = 0; release savepoint echange");
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== VERROU_REFUSE || essai === ESSAIS) throw error;
      await client.query("rollback to savepoint echange; release savepoint echange");
      await delai(PAUSE_MS);
    }
  }
}

/** Checks the foreign keys of a schema that an exchange left unchecked. In a transaction of its own. */
export async function validerClesEtrangeres(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ ordre: string }>(
    `select format('alter table %s validate constraint %I', conrelid::regclass, conname) as ordre from pg_constraint
     where contype = 'f' and not convalidated and connamespace = $1::regnamespace order by 1`,
    [schema],
  );
  for (const { ordre } of rows) await client.query(ordre);
}

import pg from "pg";
import { columnTypes } from "./column-types.ts";
import { recordStatement } from "./count-statements.ts";
import { asUnavailable, DatabaseUnavailable } from "./database-unavailable.ts";
import { createPreparedStatements, isStalePlan, type PreparedStatements } from "./prepared-statements.ts";
import { searchPath } from "./service-identity.ts";
import type { Database, Sql } from "./sql.ts";

const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 5_000;
const DEFAULT_POOL_SIZE = 10;

/** In the URL, turns prepared statements off: for a pooler that changes sessions from one transaction to the next. */
const PREPARE_PARAMETER = "prepare";

export interface DatabaseOptions {
  /** With `?prepare=no`, nothing is prepared. */
  readonly url: string;
  /** The service's schema, first in the search path, before `extensions` and `public`. */
  readonly schema: string;
  readonly poolSize?: number;
  /** Shown by `pg_stat_activity`. */
  readonly applicationName: string;
  /** Runs each statement, to tell about it; `begin` and `commit` are left out. */
  readonly around?: AroundStatement | undefined;
}

/** Calls `send` once and gives what it gives. */
type AroundStatement = <T>(text: string, send: () => Promise<T>) => Promise<T>;

const sendAlone: AroundStatement = (_text, send) => send();

/**
 * Requests share the cores: compiling a statement, or starting processes to help with it, takes longer than the statement
 * (3 ms alone, 30 to 200 ms with helpers, for a page found along an index).
 */
const FOR_MANY_SHORT_STATEMENTS = "-c jit=off -c max_parallel_workers_per_gather=0";

function createPool({ url, schema, poolSize, applicationName }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize ?? DEFAULT_POOL_SIZE,
    application_name: applicationName,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    options: `-c search_path=${searchPath(schema)} -c timezone=UTC ${FOR_MANY_SHORT_STATEMENTS}`,
    types: columnTypes(),
  });
  // A lost connection says so where it is used; between two uses, the pool drops it and the next statement opens another.
  const dropped = () => undefined;
  pool.on("error", dropped);
  pool.on("connect", (client) => client.on("error", dropped));
  return pool;
}

/** One statement on a connection of its own, given back whatever happens; a dead or overfull one leaves the pool. */
async function queryOnce<Row extends object>(
  pool: pg.Pool,
  prepared: PreparedStatements | null,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = await pool.connect();
  let leave = false;
  try {
    const config = prepared?.configure(client, text, values) ?? { text, values: [...values] };
    const { rows } = await client.query<Row>(config);
    leave = prepared?.isFull(client) ?? false;
    return rows;
  } catch (error) {
    leave = isStalePlan(error) || asUnavailable(error) instanceof DatabaseUnavailable;
    throw error;
  } finally {
    client.release(leave);
  }
}

/** Plain SQL on the one connection of a transaction, where nothing is prepared: a stale plan would abort it. */
const sqlInTransaction = (client: pg.PoolClient, around: AroundStatement): Sql => ({
  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    recordStatement(text);
    try {
      return (await around(text, () => client.query<Row>(text, [...values]))).rows;
    } catch (error) {
      throw asUnavailable(error);
    }
  },
});

async function inTransaction<T>(pool: pg.Pool, around: AroundStatement, work: (tx: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let leave = false;
  try {
    await client.query("begin");
    const result = await work(sqlInTransaction(client, around));
    await client.query("commit");
    return result;
  } catch (error) {
    // A connection that cannot roll back is lost, or must be.
    await client.query("rollback").catch(() => {
      leave = true;
    });
    throw error;
  } finally {
    client.release(leave);
  }
}

/**
 * Opens a pool under a service's role.
 * A connection lost by the server is dropped from the pool, and the next statement opens another.
 * @throws DatabaseUnavailable when the first connection cannot be made.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = createPool(options);
  const { around = sendAlone } = options;
  const prepares = new URL(options.url).searchParams.get(PREPARE_PARAMETER) !== "no";
  const prepared = prepares ? createPreparedStatements() : null;
  const database: Database = {
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      recordStatement(text);
      try {
        return await around(text, () =>
          queryOnce<Row>(pool, prepared, text, values).catch((error: unknown) => {
            if (!isStalePlan(error)) throw error;
            return queryOnce<Row>(pool, null, text, values);
          }),
        );
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    async transaction(work) {
      try {
        return await inTransaction(pool, around, work);
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    state: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
  try {
    await database.query("select 1");
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

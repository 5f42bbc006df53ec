import { MikroORM } from "@mikro-orm/postgresql";
import { CompiledQuery, type Kysely } from "kysely";
import { columnTypes } from "./column-types.ts";
import { recordStatement } from "./count-statements.ts";
import { asUnavailable } from "./database-unavailable.ts";
import { searchPath } from "./service-identity.ts";
import type { Database, Sql } from "./sql.ts";

const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 5_000;
const DEFAULT_POOL_SIZE = 10;

export interface DatabaseOptions {
  readonly url: string;
  /** The service's schema, first in the search path, before `extensions` and `public`. */
  readonly schema: string;
  readonly poolSize?: number;
  /** Shown by `pg_stat_activity`. */
  readonly applicationName: string;
}

/** MikroORM without entities: its pool and its transactions, for plain SQL. */
async function connect({ url, schema, poolSize, applicationName }: DatabaseOptions): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    logger: () => undefined,
    pool: { min: 0, max: poolSize ?? DEFAULT_POOL_SIZE },
    driverOptions: {
      // MikroORM keeps only host, port, user and database of the URL; pg also reads sslmode and the like.
      connectionString: url,
      application_name: applicationName,
      connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      keepAlive: true,
      options: `-c search_path=${searchPath(schema)} -c timezone=UTC`,
      types: columnTypes(),
    },
  });
}

/** Plain SQL over MikroORM's Kysely: unlike `em.execute`, values are bound by the server and an array stays one value. */
function sqlOver(kysely: Pick<Kysely<unknown>, "executeQuery">): Sql {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      recordStatement(text);
      try {
        const { rows } = await kysely.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
        return rows;
      } catch (error) {
        throw asUnavailable(error);
      }
    },
  };
}

/**
 * Opens a pool under a service's role.
 * A connection lost by the server is dropped from the pool, and the next statement opens another.
 * @throws DatabaseUnavailable when the first connection cannot be made.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const orm = await connect(options);
  const kysely = orm.em.getConnection().getClient();
  const sql = sqlOver(kysely);
  try {
    await sql.query("select 1");
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  return {
    ...sql,
    async transaction(work) {
      try {
        // Not `em.transactional`: its controlled transaction keeps the pool's slot for ever when the rollback itself fails.
        return await kysely.transaction().execute((transaction) => work(sqlOver(transaction)));
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    close: () => orm.close(true),
  };
}

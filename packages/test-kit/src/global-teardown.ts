import pg from "pg";
import { databasePrefix, requireTestRun } from "./test-run.ts";
import { stopTestServer } from "./test-server.ts";

/** The databases that test files, or the templates behind them, have left on a server that stays. */
async function dropLeftOvers(): Promise<void> {
  const { adminUrl, run } = requireTestRun();
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(datname) as name from pg_database where starts_with(datname, $1)",
      [databasePrefix(run)],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}

/** After the run: nothing is left of it, be the server ours or not. */
export default async function globalTeardown(): Promise<void> {
  if (process.env.TEST_DATABASE_URL !== undefined) await dropLeftOvers();
  await stopTestServer();
}

import pg from "pg";
import { asUnavailable } from "./database-unavailable.ts";

const CONNECTION_TIMEOUT_MS = 10_000;

/**
 * Lends one plain `pg` connection without statement timeout, for importers and preparation.
 * @throws DatabaseUnavailable when the server cannot be reached or is lost on the way.
 */
export async function withAdminClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "coordination-administration",
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: 0,
    keepAlive: true,
    options: "-c timezone=UTC",
  });
  // A connection lost between two statements is an event: the next statement tells of it, nobody else has to.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

import pg from "pg";
import { asUnavailable } from "./database-unavailable.ts";

const CONNECTION_TIMEOUT_MS = 10_000;

export interface AdminClientOptions {
  readonly applicationName?: string;
  readonly searchPath?: string;
}

/**
 * Lends one plain `pg` connection without statement timeout, for importers and preparation.
 * @throws DatabaseUnavailable when the server cannot be reached or is lost on the way.
 */
export async function withAdminClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  { applicationName = "coordination-administration", searchPath }: AdminClientOptions = {},
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: 0,
    keepAlive: true,
    options: `-c timezone=UTC${searchPath === undefined ? "" : ` -c search_path=${searchPath}`}`,
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

import { resolve } from "node:path";
import { withAdminClient } from "../admin-client.ts";
import { prepareBinaries } from "./binaries.ts";
import { ensureCluster, readPassword } from "./cluster.ts";
import { exclusively } from "./exclusive-start.ts";
import { findPostmaster, type Postmaster, stopPostmaster } from "./postmaster.ts";
import { hasLivingUser, registerUser } from "./server-users.ts";
import { prepareSite, type Site } from "./site.ts";
import { adminUrl, DATABASE, startServer, waitForAnswer } from "./start-server.ts";

export interface EmbeddedPostgresOptions {
  /** The folder that holds the cluster, its password and its log; made when missing. */
  readonly dataDir: string;
  /** `false` for tests only: nothing is forced to disk. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Superuser URL of the database `coordination`, on 127.0.0.1. */
  readonly url: string;
  /**
   * Says that this process no longer needs the server, which stops (fast shutdown) if nobody else alive uses it.
   * So the last one out stops it, whoever started it: an import that is still running keeps it a little longer, and a
   * second `npm start` that fails does not take it away from the first.
   */
  stop(): Promise<void>;
}

/** The server that a killed process, or a living one, has left running; one that refuses our password is stopped. */
async function reuseServer(site: Site, password: string): Promise<Postmaster | null> {
  let running = await findPostmaster(site.cluster);
  while (running !== null) {
    if ((await waitForAnswer(running, password)) === "ACCEPTED") return running;
    await stopPostmaster(running.pid);
    // Looked at once more: what a server that died under our eyes leaves may have to be tidied.
    running = await findPostmaster(site.cluster);
  }
  return null;
}

async function launch(site: Site, password: string, durable: boolean): Promise<Postmaster> {
  const binaries = await prepareBinaries(site);
  await ensureCluster(site, binaries, durable);
  return startServer(site, binaries, password, durable);
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  await withAdminClient(adminUrl(port, password, "postgres"), async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

/**
 * Starts a real PostgreSQL from npm on a free loopback port, or joins the one that already runs on this folder.
 * Works as root (the server then runs under an unprivileged account) and as an ordinary user.
 * @throws DatabaseUnavailable with a French sentence that says what to do.
 */
export async function startEmbeddedPostgres({
  dataDir,
  durable = true,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const site = await prepareSite(resolve(dataDir));
  return exclusively(site.home, async () => {
    const password = await readPassword(site);
    const { port } = (await reuseServer(site, password)) ?? (await launch(site, password, durable));
    await ensureDatabase(port, password);
    const withdraw = await registerUser(site.usersFolder);
    const stop = (): Promise<void> =>
      exclusively(site.home, async () => {
        await withdraw();
        if (await hasLivingUser(site.usersFolder)) return;
        const running = await findPostmaster(site.cluster);
        if (running !== null) await stopPostmaster(running.pid);
      });
    return { url: adminUrl(port, password), stop };
  });
}

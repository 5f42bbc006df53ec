import { chmod, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDatabase, startEmbeddedPostgres, withAdminClient } from "@coordination/database";
import { TEST_SECRET, type TestDatabase } from "@coordination/test-kit";
import { parcoursService } from "../src/index.ts";

/** A durable PostgreSQL of one's own, which may be killed. */
export interface ServeurMortel {
  readonly base: TestDatabase;
  /** Kill -9 of the server, in the middle of whatever it does, then a start on what it has left. */
  tuerPuisRelancer(): Promise<void>;
}

/** Starts it, with the tables of the service; the base drops with everything. */
export async function ouvrirServeurMortel(): Promise<ServeurMortel> {
  const dataDir = await mkdtemp(join(await realpath(tmpdir()), "coordination-mortel-"));
  // As root, the server runs under another account, which must be able to go through.
  await chmod(dataDir, 0o711);
  // Each start says that this process uses the server: the last one out stops it.
  const demarres = [await startEmbeddedPostgres({ dataDir })];
  const adminUrl = demarres[0]?.url ?? "";
  const urls = await prepareDatabase({ adminUrl, secret: TEST_SECRET, services: [parcoursService] });
  const drop = async () => {
    for (const { stop } of demarres) await stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const tuerPuisRelancer = async () => {
    process.kill(await pidDuServeur(adminUrl), "SIGKILL");
    demarres.push(await startEmbeddedPostgres({ dataDir }));
  };
  return { base: { adminUrl, urls, drop }, tuerPuisRelancer };
}

const pidDuServeur = (adminUrl: string): Promise<number> =>
  withAdminClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    return Number((await readFile(join(rows[0]?.data_directory ?? "", "postmaster.pid"), "utf8")).split("\n")[0]);
  });

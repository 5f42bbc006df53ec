import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Database,
  type EmbeddedPostgres,
  openDatabase,
  prepareDatabase,
  startEmbeddedPostgres,
  withAdminClient,
} from "../src/index.ts";
import { openFolder } from "./launcher-fixtures.ts";

describe("A pool whose server stops", () => {
  let dataDir: string;
  let server: EmbeddedPostgres;
  let database: Database;

  beforeAll(async () => {
    dataDir = await openFolder();
    server = await startEmbeddedPostgres({ dataDir, durable: false });
    const services = [{ name: "essai", migrations: [] }];
    const urls = await prepareDatabase({ adminUrl: server.url, secret: "secret", services });
    database = await openDatabase({ url: urls.essai ?? "", schema: "essai", poolSize: 2, applicationName: "essai" });
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const ask = () => database.query("select 1 as n");

  it("says so while it is away, and works again when it is back", async () => {
    await Promise.all([ask(), ask(), ask()]);
    await server.stop();
    for (let time = 0; time < 4; time += 1) {
      await expect(ask()).rejects.toMatchObject({ name: "DatabaseUnavailable", reason: "CONNECTION" });
      await expect(database.transaction((tx) => tx.query("select 1"))).rejects.toMatchObject({ reason: "CONNECTION" });
    }
    await expect(withAdminClient(server.url, (client) => client.query("select 1"))).rejects.toMatchObject({
      reason: "CONNECTION",
    });
    server = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([[{ n: 1 }], [{ n: 1 }], [{ n: 1 }]]);
  });
});

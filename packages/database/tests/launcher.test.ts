import { cp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAlive } from "../src/embedded/process-identity.ts";
import { startEmbeddedPostgres } from "../src/index.ts";
import { ask, openFolder, postmasterPid, startElsewhere } from "./launcher-fixtures.ts";

describe("startEmbeddedPostgres", () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await openFolder();
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it("starts a durable UTF-8 server on loopback, under a password of its own, and stops it", async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    const pid = await postmasterPid(server.url);
    expect(await ask(server.url, "show fsync")).toBe("on");
    expect(await ask(server.url, "show synchronous_commit")).toBe("on");
    expect(await ask(server.url, "show listen_addresses")).toBe("127.0.0.1");
    expect(await ask(server.url, "show server_encoding")).toBe("UTF8");
    expect((await stat(join(dataDir, "password"))).mode & 0o777).toBe(0o600);
    const intruder = new URL(server.url);
    intruder.password = "devine";
    await expect(ask(intruder.href, "select 1")).rejects.toThrow("password authentication failed");
    await server.stop();
    expect(await isAlive(pid)).toBe(false);
  });

  it("finds its data again, on the same port", async () => {
    const first = await startEmbeddedPostgres({ dataDir, durable: false });
    await ask(first.url, "create table note as select 'gardée' as texte");
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, "select texte from note")).toBe("gardée");
    await second.stop();
  });

  it("joins the server that a killed process has left, then stops it", async () => {
    const killed = await startElsewhere(dataDir);
    const pid = await postmasterPid(killed.url);
    await killed.kill();
    expect(await isAlive(pid)).toBe(true);
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(await postmasterPid(server.url)).toBe(pid);
    await server.stop();
    expect(await isAlive(pid)).toBe(false);
  });

  it("gives two starters the same server, which the last one stops", async () => {
    const [here, there] = await Promise.all([
      startEmbeddedPostgres({ dataDir, durable: false }),
      startElsewhere(dataDir),
    ]);
    expect(there.url).toBe(here.url);
    const pid = await postmasterPid(here.url);
    await here.stop();
    expect(await ask(there.url, "select 1")).toBe(1);
    await there.stop();
    expect(await isAlive(pid)).toBe(false);
  });

  it("starts over a server killed in mid-flight", async () => {
    const server = await startElsewhere(dataDir, { durable: true });
    await ask(server.url, "create table note as select 'validée' as texte");
    const pid = await postmasterPid(server.url);
    process.kill(pid, "SIGKILL");
    await server.kill();
    const next = await startEmbeddedPostgres({ dataDir });
    expect(await ask(next.url, "select texte from note")).toBe("validée");
    await next.stop();
  });

  it("is not fooled by a pid file whose number now belongs to another program", async () => {
    const first = await startEmbeddedPostgres({ dataDir, durable: false });
    await first.stop();
    await writeFile(join(dataDir, "cluster/postmaster.pid"), `${process.pid}\n${dataDir}/cluster\n0\n5432\n`);
    const second = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(await ask(second.url, "select 1")).toBe(1);
    await second.stop();
  });

  it("stops a left-over server that refuses its password, and says so", async () => {
    const killed = await startElsewhere(dataDir);
    const pid = await postmasterPid(killed.url);
    await ask(killed.url, "alter role coordination_admin password 'autre'");
    await killed.kill();
    await expect(startEmbeddedPostgres({ dataDir, durable: false })).rejects.toMatchObject({ reason: "PASSWORD" });
    expect(await isAlive(pid)).toBe(false);
  });

  it("refuses data of another major version", async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    await server.stop();
    await writeFile(join(dataDir, "cluster/PG_VERSION"), "17\n");
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ reason: "VERSION" });
  });

  it("makes nothing of half a cluster left by a start killed during initdb", async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    await server.stop();
    const draft = join(dataDir, "cluster.draft-abcdef");
    await cp(join(dataDir, "cluster/base"), draft, { recursive: true });
    const again = await startEmbeddedPostgres({ dataDir, durable: false });
    await again.stop();
    await expect(stat(draft)).rejects.toThrow("ENOENT");
  });

  it("says which folder it cannot write", async () => {
    const file = join(dataDir, "fichier");
    await writeFile(file, "");
    const refused = startEmbeddedPostgres({ dataDir: join(file, "base") });
    await expect(refused).rejects.toMatchObject({
      reason: "FOLDER_REFUSED",
      message: expect.stringContaining(basename(file)),
    });
    expect(await readFile(file, "utf8")).toBe("");
  });
});

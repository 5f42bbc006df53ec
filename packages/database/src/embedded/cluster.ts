import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { DatabaseUnavailable } from "../database-unavailable.ts";
import type { Binaries } from "./binaries.ts";
import { runProgram } from "./run-program.ts";
import type { ServerAccount } from "./server-account.ts";
import type { Site } from "./site.ts";

export const SUPERUSER = "coordination_admin";

async function giveTo(account: ServerAccount | null, path: string): Promise<void> {
  if (account !== null) await chown(path, account.uid, account.gid);
}

const isMissing = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) === null;

/** The superuser's password, made at the first start and kept beside the cluster for its owner only. */
export async function readPassword({ passwordFile, cluster, account }: Site): Promise<string> {
  if (await isMissing(passwordFile)) {
    if (!(await isMissing(cluster))) {
      throw new DatabaseUnavailable(
        "PASSWORD",
        `Le mot de passe de la base a disparu : remettez le fichier ${passwordFile}, ou supprimez le dossier ${cluster} pour repartir d'une base vide.`,
      );
    }
    await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
    await chmod(passwordFile, 0o600);
    await giveTo(account, passwordFile);
  }
  return (await readFile(passwordFile, "utf8")).trim();
}

async function initialise(site: Site, { initdb }: Binaries, durable: boolean): Promise<void> {
  const draft = await mkdtemp(`${site.cluster}.draft-`);
  await giveTo(site.account, draft);
  const { code, output } = await runProgram(
    initdb,
    [
      ...["--pgdata", draft, "--username", SUPERUSER, "--pwfile", site.passwordFile, "--auth", "scram-sha-256"],
      // The builtin provider knows accents whatever the machine's locales; `--locale=C` alone would not.
      ...["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
      ...["--no-instructions", ...(durable ? [] : ["--no-sync"])],
    ],
    site.account,
  );
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new DatabaseUnavailable(
      "INITDB_FAILED",
      `PostgreSQL n'a pas pu créer ses fichiers dans ${site.home} : ${output.trim()}`,
    );
  }
  await rename(draft, site.cluster);
}

async function checkVersion({ cluster }: Site, { majorVersion }: Binaries): Promise<void> {
  const found = (await readFile(join(cluster, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (found === majorVersion) return;
  throw new DatabaseUnavailable(
    "VERSION",
    `Les données de ${cluster} viennent de PostgreSQL ${found || "(version inconnue)"}, le programme embarque la version ${majorVersion}.`,
  );
}

/** Creates the cluster when there is none. It appears whole or not at all: drafts of a killed start are swept away. */
export async function ensureCluster(site: Site, binaries: Binaries, durable: boolean): Promise<void> {
  await mkdir(site.home, { recursive: true });
  const drafts = (await readdir(site.home)).filter((name) => name.startsWith(`${basename(site.cluster)}.draft-`));
  for (const name of drafts) await rm(join(site.home, name), { recursive: true, force: true });
  if (await isMissing(site.cluster)) await initialise(site, binaries, durable);
  await checkVersion(site, binaries);
}

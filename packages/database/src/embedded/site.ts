import { createHash } from "node:crypto";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseUnavailable } from "../database-unavailable.ts";
import { canReach, chooseAccount, type ServerAccount } from "./server-account.ts";

/** Where root keeps what the unprivileged account must reach when the checkout is closed to it. */
const SHARED_HOME = "/var/lib/coordination-des-soins";

/** The files of one embedded server. */
export interface Site {
  readonly home: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly logFile: string;
  readonly portFile: string;
  readonly usersFolder: string;
  /** Where a copy of the binaries goes if the installed ones do not serve. */
  readonly binariesCopy: string;
  readonly account: ServerAccount | null;
}

function siteIn(home: string, account: ServerAccount | null): Site {
  return {
    home,
    cluster: join(home, "cluster"),
    passwordFile: join(home, "password"),
    logFile: join(home, "postgres.log"),
    portFile: join(home, "port"),
    usersFolder: join(home, "users"),
    binariesCopy: account === null ? join(home, "binaries") : join(SHARED_HOME, "binaries"),
    account,
  };
}

async function makeFolders({ home, usersFolder, account }: Site): Promise<void> {
  await mkdir(home, { recursive: true });
  // The server's account only passes through; the cluster inside is its own.
  await chmod(home, account === null ? 0o700 : 0o711);
  await mkdir(usersFolder, { recursive: true, mode: 0o700 });
}

/** In `dataDir`, or out of it when we are root and the server's account cannot go there; `dataDir` then says where. */
async function chooseSite(dataDir: string): Promise<Site> {
  const account = await chooseAccount(join(dataDir, "cluster"));
  if (await canReach(dataDir, account)) return siteIn(dataDir, account);
  const home = join(SHARED_HOME, createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
  await mkdir(SHARED_HOME, { recursive: true });
  await chmod(SHARED_HOME, 0o755);
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, "location"), `${home}\n`);
  return siteIn(home, await chooseAccount(join(home, "cluster")));
}

/** @throws DatabaseUnavailable when the folder cannot be made or written. */
export async function prepareSite(dataDir: string): Promise<Site> {
  try {
    const site = await chooseSite(dataDir);
    await makeFolders(site);
    return site;
  } catch (error) {
    throw new DatabaseUnavailable(
      "FOLDER_REFUSED",
      `Impossible d'écrire les données de PostgreSQL dans ${dataDir}. Choisissez un autre dossier avec DATA_DIR.`,
      error,
    );
  }
}

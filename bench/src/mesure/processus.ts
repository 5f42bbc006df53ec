import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Annuaire } from "../base/ouvrir-base.ts";
import type { Concurrent } from "../concurrents/concurrent.ts";
import type { Annonce, Depense } from "../concurrents/enfant.ts";
import { DOSSIER } from "../dossier.ts";

/** A contestant that answers, in a process of its own. */
export interface ConcurrentLance extends Annonce {
  readonly concurrent: Concurrent;
  depense(): Promise<Depense>;
  arreter(): Promise<void>;
}

const DELAI_DE_DEMARRAGE_MS = 60_000;

/** Starts a contestant over the database, as in production. Throws when it does not answer in a minute. */
export async function lancer(concurrent: Concurrent, { adminUrl, secret }: Annuaire): Promise<ConcurrentLance> {
  const dataDir = await mkdtemp(join(tmpdir(), "coordination-banc-"));
  const enfant = fork(join(DOSSIER, "dist", "src", "concurrents", concurrent.module), {
    env: {
      ...process.env,
      // What PostGraphile and GraphQL look at to leave their checks of development out.
      NODE_ENV: "production",
      GRAPHILE_ENV: "production",
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
      BENCH_DATABASE_URL: adminUrl,
      BENCH_SECRET: secret,
      BENCH_DATA_DIR: dataDir,
      BENCH_PORT: String(await portLibre()),
    },
    stdio: ["ignore", 2, "inherit", "ipc"],
  });
  const arreter = async (): Promise<void> => {
    if (enfant.exitCode === null && enfant.signalCode === null) {
      enfant.kill("SIGTERM");
      await once(enfant, "exit");
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const annonce = (await recevoir(enfant)) as Annonce;
    const depense = async (): Promise<Depense> => {
      const reponse = recevoir(enfant);
      enfant.send("depense");
      return (await reponse) as Depense;
    };
    return { ...annonce, concurrent, depense, arreter };
  } catch (error) {
    await arreter();
    throw error;
  }
}

async function recevoir(enfant: ChildProcess): Promise<unknown> {
  const attente = new AbortController();
  const limite = setTimeout(() => attente.abort(), DELAI_DE_DEMARRAGE_MS);
  try {
    const { signal } = attente;
    const fin = once(enfant, "exit", { signal }).then(() => {
      throw new Error("Un concurrent s'est arrêté ; sa sortie dit pourquoi.");
    });
    const [message] = await Promise.race([once(enfant, "message", { signal }), fin]);
    return message;
  } finally {
    clearTimeout(limite);
    attente.abort();
  }
}

/** A free port whose next one is free as well: our house puts its identity provider there. */
async function portLibre(): Promise<number> {
  const sonde = createServer();
  await new Promise<void>((resolve, reject) => {
    sonde.once("error", reject);
    sonde.listen(0, "127.0.0.1", resolve);
  });
  const adresse = sonde.address();
  await new Promise((resolve) => sonde.close(resolve));
  return typeof adresse === "object" && adresse !== null ? adresse.port : 0;
}

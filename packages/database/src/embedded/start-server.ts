import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { DatabaseUnavailable, errorCode } from "../database-unavailable.ts";
import type { Binaries } from "./binaries.ts";
import { SUPERUSER } from "./cluster.ts";
import { type Postmaster, stopPostmaster } from "./postmaster.ts";
import { isAlive } from "./process-identity.ts";
import { spawnOptions } from "./run-program.ts";
import type { Site } from "./site.ts";

const START_LIMIT_MS = 60_000;
const POLL_MS = 25;
const PORT_ATTEMPTS = 3;
const LOG_TAIL = 1_500;

export const DATABASE = "coordination";

export function adminUrl(port: number, password: string, database = DATABASE): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : port));
    });
  });
}

/** The port of last time while it is free, so that those who wait for the server find it again; else any free one. */
async function choosePort({ portFile }: Site): Promise<number> {
  const last = Number(await readFile(portFile, "utf8").catch(() => "0"));
  const port = await listenOnce(Number.isInteger(last) ? last : 0)
    .catch(() => listenOnce(0))
    .catch((error: unknown) => {
      throw new DatabaseUnavailable("NO_PORT", "Aucun port libre sur 127.0.0.1 pour PostgreSQL.", error);
    });
  await writeFile(portFile, String(port));
  return port;
}

const MEGABYTE = 1024 * 1024;

/** An eighth of the memory that we may use: a national directory then answers without copying its pages in at each search. */
function sharedBuffers(): string {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return `${Math.min(Math.max(Math.floor(memory / 8 / MEGABYTE), 128), 4096)}MB`;
}

const setting = (name: string, value: string): string[] => ["-c", `${name}=${value}`];

function settings(site: Site, port: number, durable: boolean): string[] {
  const switched = durable ? "on" : "off";
  return [
    ...["-D", site.cluster],
    ...setting("listen_addresses", "127.0.0.1"),
    ...setting("port", String(port)),
    ...setting("unix_socket_directories", ""),
    ...setting("fsync", switched),
    ...setting("synchronous_commit", switched),
    ...setting("full_page_writes", switched),
    // A server of tests is small and short-lived: it keeps the default.
    ...(durable ? setting("shared_buffers", sharedBuffers()) : []),
    // Nobody replicates this server: a table that a load builds anew is written once, and its journal not at all.
    ...setting("wal_level", "minimal"),
    ...setting("max_wal_senders", "0"),
    // No personal data in the log: neither the statements that fail nor the values that they quote.
    ...setting("log_min_error_statement", "panic"),
    ...setting("log_error_verbosity", "terse"),
  ];
}

/** In a session of its own: Ctrl-C in the terminal reaches us, and we decide when the server stops. */
function spawnServer(site: Site, { postgres }: Binaries, port: number, durable: boolean): ChildProcess {
  const log = openSync(site.logFile, "w", 0o600);
  try {
    return spawn(postgres, settings(site, port, durable), {
      ...spawnOptions(site.account),
      detached: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

type Answer = "ACCEPTED" | "REFUSED" | "SILENT";

/** One attempt to open a session as the superuser. */
async function knock(port: number, password: string): Promise<Answer> {
  const client = new pg.Client({
    connectionString: adminUrl(port, password, "postgres"),
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return "ACCEPTED";
  } catch (error) {
    return /^28/.test(errorCode(error)) ? "REFUSED" : "SILENT";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until a server answers, refuses us, dies ("SILENT") or has had its time ("SILENT"). */
export async function waitForAnswer({ pid, port }: Postmaster, password: string): Promise<Answer> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit && (await isAlive(pid))) {
    const answer = await knock(port, password);
    if (answer !== "SILENT") return answer;
    await delay(POLL_MS);
  }
  return "SILENT";
}

/** @throws DatabaseUnavailable when the program cannot even be executed. */
function processId(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("spawn", () => resolve(child.pid ?? 0));
    child.once("error", (error) =>
      reject(new DatabaseUnavailable("NOT_STARTED", "PostgreSQL n'a pas pu être exécuté.", error)),
    );
  });
}

/**
 * Starts the server on a free loopback port and waits until it answers.
 * @throws DatabaseUnavailable when it does not within 60 seconds, with the end of its log.
 */
export async function startServer(
  site: Site,
  binaries: Binaries,
  password: string,
  durable: boolean,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(site);
    const child = spawnServer(site, binaries, port, durable);
    const pid = await processId(child);
    child.unref();
    const answer = await waitForAnswer({ pid, port }, password);
    if (answer === "ACCEPTED") return { pid, port };
    await stopPostmaster(pid);
    if (answer === "REFUSED") {
      throw new DatabaseUnavailable(
        "PASSWORD",
        `Le mot de passe gardé dans ${site.passwordFile} n'est plus celui de la base.`,
      );
    }
    const log = (await readFile(site.logFile, "utf8")).slice(-LOG_TAIL);
    const portTaken = /could not bind|Address already in use/.test(log);
    if (portTaken && attempt < PORT_ATTEMPTS) continue;
    throw new DatabaseUnavailable(
      portTaken ? "NO_PORT" : "NOT_STARTED",
      `PostgreSQL n'a pas démarré. Fin de son journal (${site.logFile}) : ${log.trim()}`,
    );
  }
}

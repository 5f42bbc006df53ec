import { execFile } from "node:child_process";
import { readdir, readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { DatabaseUnavailable } from "../database-unavailable.ts";
import { isAlive, isKnown, waitForEnd } from "./process-identity.ts";

const FAST_SHUTDOWN_MS = 30_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

/** A server that runs on our cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** PostgreSQL works from within its data directory; where /proc does not exist, its command line names it. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  const real = await realpath(cluster);
  if (process.platform === "linux") return (await readlink(`/proc/${pid}/cwd`).catch(() => "")) === real;
  const { stdout } = await promisify(execFile)("ps", ["-ww", "-p", String(pid), "-o", "command="]).catch(() => ({
    stdout: "",
  }));
  return stdout.includes(cluster) || stdout.includes(real);
}

/** Sessions that outlived their server, still at the end of a statement on our cluster; seen on Linux only. */
async function findOrphans(cluster: string): Promise<number[]> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.map(Number).filter(Number.isInteger);
  const serving = await Promise.all(pids.map((pid) => servesCluster(pid, cluster)));
  return pids.filter((_pid, rank) => serving[rank]);
}

/**
 * Removes a pid file that would keep PostgreSQL from starting though it names a stranger, or a dead process that nobody
 * has reaped. PostgreSQL then no longer checks that no orphan uses the data: we do.
 */
async function removeStale(pidFile: string, cluster: string): Promise<void> {
  for (const orphan of await findOrphans(cluster)) {
    if (await waitForEnd(orphan, FAST_SHUTDOWN_MS)) continue;
    throw new DatabaseUnavailable("NOT_STARTED", `Le processus ${orphan} utilise encore les données de ${cluster}.`);
  }
  await rm(pidFile, { force: true });
}

/**
 * Reads `postmaster.pid`. When it names a process that has gone (killed, power cut), PostgreSQL itself judges the file
 * and repairs; when the number was given to another program, after a reboot for instance, it would refuse to start.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const pidFile = join(cluster, "postmaster.pid");
  const lines = (await readFile(pidFile, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isKnown(pid)) return null;
  if ((await isAlive(pid)) && (await servesCluster(pid, cluster))) return { pid, port: Number(lines[3]) };
  await removeStale(pidFile, cluster);
  return null;
}

/** Fast shutdown: sessions are cut, everything committed is on disk; immediate when that takes too long (recovery at next start). */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!(await isAlive(pid))) return;
  process.kill(pid, "SIGINT");
  if (await waitForEnd(pid, FAST_SHUTDOWN_MS)) return;
  process.kill(pid, "SIGQUIT");
  if (await waitForEnd(pid, IMMEDIATE_SHUTDOWN_MS)) return;
  throw new DatabaseUnavailable("NOT_STOPPED", `PostgreSQL (processus ${pid}) ne s'arrête pas.`);
}

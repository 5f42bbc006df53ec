import { execFile } from "node:child_process";
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { DatabaseUnavailable } from "../database-unavailable.ts";
import { isAlive, waitForEnd } from "./process-identity.ts";

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

/**
 * Reads `postmaster.pid`. A file that names a living process which is not our server (the number was given again, after
 * a reboot for instance) is removed, for PostgreSQL would refuse to start; one that names a dead process is left for
 * PostgreSQL to judge, which also checks that no orphan still uses the data.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const pidFile = join(cluster, "postmaster.pid");
  const lines = (await readFile(pidFile, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !(await isAlive(pid))) return null;
  if (await servesCluster(pid, cluster)) return { pid, port: Number(lines[3]) };
  await rm(pidFile, { force: true });
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

import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { errorCode } from "../database-unavailable.ts";

const POLL_MS = 25;

/** The fields of /proc/PID/stat after the name in brackets, which may itself hold spaces and brackets; null elsewhere than on Linux. */
async function readProcStat(pid: number): Promise<string[] | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return text === null ? null : text.slice(text.lastIndexOf(")") + 2).split(" ");
}

/** Whether the system knows this number, be it of a process that has ended but was not reaped. */
export function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** Whether a process runs. A dead one that nobody has reaped (a container without init) does not. */
export async function isAlive(pid: number): Promise<boolean> {
  if (!isKnown(pid)) return false;
  const state = (await readProcStat(pid))?.[0];
  return state !== "Z" && state !== "X";
}

/** When the process started, so that another one that got the same number later is not taken for it; "" where unknown. */
export async function startTime(pid: number): Promise<string> {
  return (await readProcStat(pid))?.[19] ?? "";
}

/** @returns whether the process has ended before `limitMs`. */
export async function waitForEnd(pid: number, limitMs: number): Promise<boolean> {
  const limit = Date.now() + limitMs;
  while (await isAlive(pid)) {
    if (Date.now() > limit) return false;
    await delay(POLL_MS);
  }
  return true;
}

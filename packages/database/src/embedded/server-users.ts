import { randomUUID } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive, startTime } from "./process-identity.ts";

/** Tells the other processes that this one uses the server. @returns the way to withdraw. */
export async function registerUser(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, `${process.pid}-${randomUUID()}`);
  await writeFile(file, await startTime(process.pid), { mode: 0o600 });
  return () => rm(file, { force: true });
}

/** Whether someone alive still uses the server; what the dead have left is swept away. */
export async function hasLivingUser(folder: string): Promise<boolean> {
  for (const name of await readdir(folder)) {
    const pid = Number.parseInt(name, 10);
    const started = await readFile(join(folder, name), "utf8").catch(() => null);
    if (started !== null && (await isAlive(pid)) && (await startTime(pid)) === started) return true;
    await rm(join(folder, name), { force: true });
  }
  return false;
}

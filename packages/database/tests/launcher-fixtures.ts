import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import type { ServerAccount } from "../src/embedded/server-account.ts";

/** A folder that any account may go through, as a checkout usually is. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "coordination-lanceur-"));
  await chmod(folder, 0o755);
  return folder;
}

/** Runs one statement on a connection of its own. */
export async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** The server's process, from where it says it keeps its data. */
export async function postmasterPid(url: string): Promise<number> {
  const cluster = await ask(url, "show data_directory");
  return Number((await readFile(join(String(cluster), "postmaster.pid"), "utf8")).split("\n")[0]);
}

export interface Starter {
  readonly url: string;
  /** As Ctrl-C would. */
  stop(): Promise<void>;
  /** As a crash would. */
  kill(): Promise<void>;
}

async function end(child: ChildProcess, order: () => void): Promise<void> {
  const ended = once(child, "exit");
  order();
  await ended;
}

interface Elsewhere {
  readonly account?: ServerAccount | null;
  readonly durable?: boolean;
}

/** Starts, or joins, the server of this folder from another process, under another account if one is given. */
export async function startElsewhere(
  dataDir: string,
  { account = null, durable = false }: Elsewhere = {},
): Promise<Starter> {
  const program = join(import.meta.dirname, "launcher-child.ts");
  const child = spawn(process.execPath, ["--conditions=source", program, dataDir, durable ? "durable" : "volatile"], {
    stdio: ["pipe", "pipe", "inherit"],
    ...account,
  });
  for await (const url of createInterface({ input: child.stdout })) {
    return {
      url,
      stop: () => end(child, () => child.stdin.end()),
      kill: () => end(child, () => child.kill("SIGKILL")),
    };
  }
  throw new Error("The starter ended without a word");
}

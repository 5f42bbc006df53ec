import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Set-up and teardown run in the same process of Vitest. */
let server: ChildProcess | null = null;

/** Starts the embedded server of the run. @returns its administrator's URL. */
export async function startTestServer(): Promise<string> {
  const program = fileURLToPath(new URL("./embedded-server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=source", program], { stdio: ["pipe", "pipe", "inherit"] });
  server = child;
  for await (const url of createInterface({ input: child.stdout })) return url;
  throw new Error("The embedded PostgreSQL of the tests did not start: see the error above");
}

/** Stops it, if there is one, and waits until nothing is left of it. */
export async function stopTestServer(): Promise<void> {
  if (server === null || server.exitCode !== null) return;
  const ended = once(server, "exit");
  server.stdin?.end();
  await ended;
}

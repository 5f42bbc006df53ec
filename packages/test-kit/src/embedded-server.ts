// A process of its own, started by the global set-up: it lends a server until its standard input closes, which happens
// even when Vitest is killed, and then removes everything.
import { chmod, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@coordination/database";

const dataDir = await mkdtemp(join(await realpath(tmpdir()), "coordination-tests-"));
// As root, the server runs under another account, which must be able to go through.
await chmod(dataDir, 0o711);
const server = await startEmbeddedPostgres({ dataDir, durable: false });

process.stdin.resume();
process.stdin.once("end", async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});
// Ctrl-C and the like reach the whole group of processes: only the end of the standard input counts.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
process.stdout.write(`${server.url}\n`);

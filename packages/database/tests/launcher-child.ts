// A starter in a process of its own: prints the URL, then holds the server until its standard input closes.
import { startEmbeddedPostgres } from "../src/embedded/start-embedded-postgres.ts";

const [dataDir = "", durable] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, durable: durable === "durable" });
process.stdin.resume();
process.stdin.once("end", () => server.stop());
process.stdout.write(`${server.url}\n`);

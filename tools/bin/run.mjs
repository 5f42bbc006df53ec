// What a new user runs first: plain JavaScript for Node 20, no dependency.
// Installs when needed, builds what changed, then goes on under the Node that came with the dependencies.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const bin = (name) => join(root, "node_modules", ".bin", name);
const [command, ...args] = process.argv.slice(2);

await install();
await run(node(), [bin("tsc"), "-b"], { quiet: true });
const entry =
  command === "test"
    ? [bin("vitest"), "run", ...args]
    : [
        join(
          root,
          ...(command === "bench" ? ["bench", "dist", "src", "main.js"] : ["tools", "dist", "src", `${command}.js`]),
        ),
        ...args,
      ];
// A test provokes failures on purpose: their logs would drown the summary.
if (command === "test") process.env.LOG_LEVEL ??= "silent";
await run(node(), entry, { quiet: false });

/** `npm ci` when node_modules is absent or does not match the lockfile. */
async function install() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".coordination-install");
  const installed = existsSync(stamp) && readFileSync(stamp, "utf8") === lock;
  const byHand = !existsSync(stamp) && existsSync(join(root, "node_modules", ".package-lock.json"));
  if (installed || byHand) return;
  process.stderr.write("Installation des dépendances (npm ci)…\n");
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { quiet: true });
  writeFileSync(stamp, lock);
}

/** The Node of the dependencies (24), or this one when it is recent enough. */
function node() {
  if (existsSync(bin("node"))) return bin("node");
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  process.stderr.write("Node 24 est nécessaire sur cette plateforme : aucun paquet npm ne le fournit ici.\n");
  process.exit(1);
}

/** Runs a program, passes signals on, and ends with its exit code when it fails or is the last one. */
function run(program, programArgs, { quiet }) {
  return new Promise((resolve) => {
    // Quiet steps speak on stderr, so that stdout holds only what the command answers (a token, a report).
    const child = spawn(program, programArgs, {
      cwd: process.cwd(),
      // The channel tells the command that this launcher is gone, however it went.
      stdio: quiet ? ["inherit", 2, "inherit"] : ["inherit", "inherit", "inherit", "ipc"],
    });
    const forward = () => child.kill("SIGTERM");
    process.on("SIGTERM", forward);
    // npm dies of a polite kill without telling its children: an orphan stops what it started.
    const parent = process.ppid;
    const orphaned = setInterval(() => process.ppid !== parent && forward(), 500);
    // Ctrl-C reaches the child by itself: here it only must not end this process first.
    const wait = () => {};
    process.on("SIGINT", wait);
    child.on("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    });
    child.on("exit", (code, signal) => {
      clearInterval(orphaned);
      process.off("SIGTERM", forward);
      process.off("SIGINT", wait);
      if (code !== 0) process.exit(code ?? (signal === "SIGINT" ? 130 : 143));
      resolve();
    });
  });
}

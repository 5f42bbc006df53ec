// Repairs package-lock.json after `npm install`: a registry that lacks some platforms' packages makes npm drop them from the
// lockfile, which `npm ci` then refuses. They come back here as optional entries for their own platform, so that no machine
// of ours ever fetches them. Plain JavaScript: it must run before anything is built. `--check` only tells.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const path = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const missing = findMissing(lock.packages);

if (process.argv.includes("--check")) {
  for (const [name] of missing) process.stderr.write(`package-lock.json : il manque ${name} (« npm run verrou »)\n`);
  process.exit(missing.length === 0 ? 0 : 1);
}
for (const [name, entry] of missing) lock.packages[name] = entry;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (missing.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${missing.length} paquet(s) d'autres plateformes remis dans package-lock.json\n`);

/** Optional dependencies that a locked package names and that the lockfile does not hold, nearest folder first. */
function findMissing(packages) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {}, link }]) =>
    link
      ? []
      : Object.entries(optionalDependencies)
          .filter(([name]) => !isHeld(packages, parent, name))
          .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version)]),
  );
}

function isHeld(packages, parent, name) {
  return packages[`${parent}/node_modules/${name}`] !== undefined || packages[`node_modules/${name}`] !== undefined;
}

/** These packages name their platform: `@swc/core-linux-arm-gnueabihf`, `@turbo/windows-64`… */
function entryFor(name, version) {
  const words = name.split("/").at(-1).split("-");
  const find = (table) => Object.entries(table).find(([word]) => words.includes(word))?.[1];
  const os = find({
    android: "android",
    darwin: "darwin",
    linux: "linux",
    win32: "win32",
    windows: "win32",
    freebsd: "freebsd",
    openharmony: "openharmony",
  });
  const cpu = find({
    arm64: "arm64",
    x64: "x64",
    64: "x64",
    arm: "arm",
    ia32: "ia32",
    ppc64: "ppc64",
    riscv64: "riscv64",
    s390x: "s390x",
    loong64: "loong64",
    wasm32: "wasm32",
  });
  if (cpu === undefined) throw new Error(`Plateforme inconnue : ${name}`);
  return { version, optional: true, ...(os === undefined ? {} : { os: [os] }), cpu: [cpu] };
}

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { composeServices } from "@apollo/composition";
import { startOpenGateway } from "@coordination/gateway";
import { createExecutor, createSceauInterne, ENTETE_JETON_INTERNE, serveSubgraph } from "@coordination/server-kit";
import { parse } from "graphql";
import { pino } from "pino";
import { portLibre } from "../../journeys/port.fixture.ts";
import { buildProducts } from "./products.subgraph.ts";

const HOTE = "127.0.0.1";
const { resolve } = createRequire(import.meta.url);
const SUITE = dirname(resolve("@apollo/federation-subgraph-compatibility-tests/package.json"));
const logger = pino({ level: "silent" });
const sceau = createSceauInterne("un secret de test, de trente-deux caractères au moins");

/** What is running, the last opened first to be closed. */
type Fermetures = (() => Promise<void> | void)[];

/** What jest says of one run. */
export interface Resultat {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

/**
 * Runs the tests of Apollo's subgraph suite: our products subgraph as `serveSubgraph` serves it, the suite's own two other
 * subgraphs, and our gateway in the place of its router.
 */
export async function lancerLaSuite(): Promise<Resultat> {
  const fermetures: Fermetures = [];
  try {
    const products = await servirProducts(fermetures);
    const autres = await Promise.all(["users", "inventory"].map((nom) => servirCeluiDeLaSuite(nom, fermetures)));
    const { supergraphSdl, errors } = composeServices([products, ...autres]);
    if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join("\n"));
    const passerelle = await startOpenGateway({ supergraphSdl, host: HOTE, port: 0, logger });
    fermetures.push(passerelle.stop);
    return await lancerJest({ PRODUCTS_URL: products.url, ROUTER_URL: `${passerelle.url}/graphql` });
  } finally {
    for (const fermer of fermetures.reverse()) await fermer();
  }
}

async function servirProducts(fermetures: Fermetures) {
  const schema = await buildProducts();
  const subgraph = { ...schema, createContexte: () => ({}), verifierPret: async () => {} };
  const serveur = await serveSubgraph(createExecutor(subgraph, { logger }), { sceau, host: HOTE, port: 0, logger });
  fermetures.push(serveur.stop);
  const url = await servirSansSceau(`${serveur.url}/graphql`, fermetures);
  return { name: "products", typeDefs: parse(schema.sdl), url };
}

/** The suite knows no seal: this door puts it, as the gateway of the house does, and passes the rest on. */
async function servirSansSceau(url: string, fermetures: Fermetures): Promise<string> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString("utf8");
    const trace = request.headers["apollo-federation-include-trace"];
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [ENTETE_JETON_INTERNE]: await sceau.signer("products", { acteur: null, requestId: "suite" }, body),
        ...(typeof trace === "string" ? { "apollo-federation-include-trace": trace } : {}),
      },
      body,
    });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    response.end(await answer.text());
  });
  await new Promise<void>((pret) => server.listen(0, HOTE, pret));
  fermetures.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://${HOTE}:${(server.address() as AddressInfo).port}/`;
}

async function servirCeluiDeLaSuite(name: string, fermetures: Fermetures) {
  const dossier = join(SUITE, "dist", "subgraphs", name);
  const port = await portLibre();
  const env = { PATH: process.env.PATH, [`${name.toUpperCase()}_PORT`]: String(port) };
  const enfant = spawn(process.execPath, ["index.js"], { cwd: dossier, env, stdio: "ignore" });
  fermetures.push(() => terminer(enfant));
  const url = `http://localhost:${port}/`;
  await attendre(url, enfant);
  return { name, typeDefs: parse(readFileSync(join(dossier, `${name}.graphql`), "utf8")), url };
}

async function attendre(url: string, enfant: ChildProcess): Promise<void> {
  const body = JSON.stringify({ query: "{ __typename }" });
  while (enfant.exitCode === null) {
    const headers = { "content-type": "application/json" };
    const pret = await fetch(url, { method: "POST", headers, body }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (pret) return;
    await new Promise((reprendre) => setTimeout(reprendre, 100));
  }
  throw new Error(`The suite's subgraph at ${url} ended`);
}

async function terminer(enfant: ChildProcess): Promise<void> {
  if (enfant.exitCode !== null) return;
  const fini = new Promise((ended) => enfant.once("exit", ended));
  enfant.kill("SIGKILL");
  await fini;
}

/** A jest of its own: the suite is CommonJS, and reads its addresses from the environment. */
function lancerJest(adresses: Readonly<Record<string, string>>): Promise<Resultat> {
  const config = {
    rootDir: SUITE,
    testMatch: ["<rootDir>/dist/tests/*.test.js"],
    testPathIgnorePatterns: [],
    haste: { retainAllFiles: true },
    transform: {},
    moduleNameMapper: { "^make-fetch-happen$": fileURLToPath(new URL("./fetch.cjs", import.meta.url)) },
  };
  const args = [resolve("jest/bin/jest"), "--ci", "--json", "--config", JSON.stringify(config)];
  const env = { PATH: process.env.PATH, ...adresses };
  return new Promise((rendre, refuser) => {
    execFile(process.execPath, args, { env, maxBuffer: 16 * 1024 * 1024 }, (_error, stdout, stderr) => {
      try {
        rendre(JSON.parse(stdout) as Resultat);
      } catch {
        refuser(new Error(stderr));
      }
    });
  });
}

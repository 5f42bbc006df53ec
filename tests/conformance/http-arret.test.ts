import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as attendre } from "node:timers/promises";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "@coordination/test-kit";
import { services } from "@coordination/tools";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendreQue } from "../journeys/attente.fixture.ts";
import { portLibre } from "../journeys/port.fixture.ts";

const CLIENTS = 40;
const QUESTION = JSON.stringify({ query: "{ professions { code } __typename }" });

let base: TestDatabase;
let dataDir: string;
let port: number;
let processus: ChildProcess;
let sortie: Promise<unknown[]>;

beforeAll(async () => {
  base = await createTestDatabase({ services: Object.values(services) });
  dataDir = await mkdtemp(join(tmpdir(), "coordination-arret-"));
  port = await portLibre();
  processus = spawn(process.execPath, [join(import.meta.dirname, "..", "..", "tools", "dist", "src", "start.js")], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: base.adminUrl,
      DATA_DIR: dataDir,
      INTERNAL_SECRET: TEST_SECRET,
      JEU: "vide",
      STOP_DELAY_MS: "1000",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  sortie = once(processus, "exit");
  // What `npm start` says once everything is open.
  if (processus.stdout !== null) await once(processus.stdout.setEncoding("utf8"), "data");
  while ((await demander("GET", "/readyz").catch(() => null))?.status !== 200) await attendre(100);
});

afterAll(async () => {
  processus.kill("SIGKILL");
  await sortie;
  await base.drop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Reponse {
  readonly status: number | undefined;
  readonly connection: string | undefined;
  readonly corps: string;
}

async function demander(method: "GET" | "POST", path: string, agent?: Agent): Promise<Reponse> {
  const requete = request({
    host: "127.0.0.1",
    port,
    path,
    method,
    headers: { "content-type": "application/json" },
    ...(agent && { agent }),
  });
  const reponse = once(requete, "response");
  requete.end(method === "POST" ? QUESTION : undefined);
  const [recue] = await reponse;
  return { status: recue.statusCode, connection: recue.headers.connection, corps: await text(recue) };
}

/** What one client received, and what it did not. */
interface Client {
  readonly reponses: Reponse[];
  readonly perdues: string[];
}

/** Asks without pause on a connection that it keeps, until no one listens any more; every other failure is a lost answer. */
async function insister({ reponses, perdues }: Client): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (;;) {
    try {
      reponses.push(await demander("POST", "/graphql", agent));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ECONNREFUSED") break;
      perdues.push(String(code ?? error));
    }
  }
  agent.destroy();
}

/** Adds what /readyz says until no one listens: each different answer once. */
async function suivreEtat(etats: string[]): Promise<void> {
  for (;;) {
    const etat = await demander("GET", "/readyz").then(
      ({ status, corps }) => `${status} ${corps}`,
      () => null,
    );
    if (etat === null) return;
    if (etats.at(-1) !== etat) etats.push(etat);
    await attendre(20);
  }
}

async function connexionOisive(): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("GET /healthz HTTP/1.1\r\nHost: coordination\r\n\r\n");
  await once(socket, "data");
  return socket;
}

describe("L'arrêt sous la charge", () => {
  it("ne perd aucune réponse, dit d'abord qu'il n'est plus prêt, puis ferme tout", async () => {
    const oisive = await connexionOisive();
    const oisiveFermee = once(oisive.resume(), "close");
    const etats: string[] = [];
    const resultats = Array.from({ length: CLIENTS }, (): Client => ({ reponses: [], perdues: [] }));
    const finis = [suivreEtat(etats), ...resultats.map(insister)];
    await attendreQue("each client at its third question, on a ready service", () =>
      [etats.length > 0, ...resultats.map((client) => client.reponses.length > 1)].every(Boolean),
    );
    processus.kill("SIGTERM");
    await Promise.all(finis);
    const reponses = resultats.flatMap((client) => client.reponses);

    expect(resultats.flatMap(({ perdues }) => perdues)).toEqual([]);
    expect(new Set(reponses.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(reponses.map(({ corps }) => JSON.stringify(JSON.parse(corps).data))).size).toBe(1);
    expect(reponses.length).toBeGreaterThan(CLIENTS);
    // Each client was told to let its connection go before no one listened any more.
    expect(resultats.map((client) => client.reponses.at(-1)?.connection)).toEqual(Array(CLIENTS).fill("close"));
    expect(etats).toEqual(['200 {"statut":"pret"}', '503 {"statut":"arret"}']);
    await oisiveFermee;
    expect(await sortie).toEqual([0, null]);
  });
});

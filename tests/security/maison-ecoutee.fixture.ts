import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as attendre } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { demanderJeton } from "@coordination/identite-locale";
import { createTestDatabase, TEST_SECRET } from "@coordination/test-kit";
import { services } from "@coordination/tools";
import { portLibre } from "../journeys/port.fixture.ts";

const COMMANDE = fileURLToPath(new URL("../../tools/dist/src/start-distributed.js", import.meta.url));
const AUDIENCE = "https://coordination.example/api";

/** A span as a collector receives it, in OTLP's JSON. */
interface Troncon {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly processus: string;
  readonly texte: string;
}

/** The five processes of a house, all that they write and all that they send to a collector of traces. */
export interface MaisonEcoutee {
  readonly url: string;
  readonly mesures: string;
  readonly adminUrl: string;
  /** What every process wrote, on both outputs. */
  ecrit(): string;
  troncons(): readonly Troncon[];
  jeton(profil: string, options?: { rpps?: string; structures?: string[] }): Promise<string>;
  stop(): Promise<void>;
}

/** Starts `npm run start:distributed` with everything that can be told told: logs at `trace`, measures, traces. */
export async function ouvrirMaisonEcoutee(): Promise<MaisonEcoutee> {
  const base = await createTestDatabase({ services: Object.values(services) });
  const dataDir = await mkdtemp(join(tmpdir(), "coordination-ecoutee-"));
  const collecteur = await ouvrirCollecteur();
  const port = await portLibre();
  const url = `http://127.0.0.1:${port}`;
  const processus = spawn(process.execPath, [COMMANDE], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PORT: String(port),
      METRICS_PORT: String(port + 2),
      DATA_DIR: dataDir,
      DATABASE_URL: base.adminUrl,
      INTERNAL_SECRET: TEST_SECRET,
      LOG_LEVEL: "trace",
      OTEL_TRACES_EXPORTER: "otlp",
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_EXPORTER_OTLP_ENDPOINT: collecteur.url,
      OTEL_BSP_SCHEDULE_DELAY: "200",
    },
  });
  let ecrit = "";
  for (const sortie of [processus.stdout, processus.stderr]) {
    sortie.on("data", (morceau: Buffer) => {
      ecrit += morceau.toString("utf8");
    });
  }
  const stop = async () => {
    await arreter(processus);
    await collecteur.stop();
    await base.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  await attendrePrete(`${url}/readyz`, processus).catch(async (error: unknown) => {
    await stop();
    throw new Error(ecrit, { cause: error });
  });
  return {
    url,
    mesures: `http://127.0.0.1:${port + 2}`,
    adminUrl: base.adminUrl,
    ecrit: () => ecrit,
    troncons: collecteur.troncons,
    jeton: async (profil, options = {}) =>
      (
        await demanderJeton({
          issuer: `http://127.0.0.1:${port + 1}`,
          dataDir: join(dataDir),
          profil,
          audience: AUDIENCE,
          ...options,
        })
      ).jeton,
    stop,
  };
}

async function attendrePrete(adresse: string, processus: ChildProcess): Promise<void> {
  while (processus.exitCode === null) {
    const reponse = await fetch(adresse).catch(() => null);
    if (reponse?.status === 200) return;
    await attendre(200);
  }
  throw new Error("The house ended before it was ready");
}

async function arreter(processus: ChildProcess): Promise<void> {
  if (processus.exitCode !== null || processus.signalCode !== null) return;
  const fini = once(processus, "exit");
  processus.kill("SIGTERM");
  await fini;
}

interface Envoi {
  readonly resourceSpans: readonly {
    readonly resource: { attributes: readonly { key: string; value: { stringValue?: string } }[] };
    readonly scopeSpans: readonly { spans: readonly Omit<Troncon, "processus" | "texte">[] }[];
  }[];
}

/** A collector of traces: OTLP over HTTP, in JSON. */
async function ouvrirCollecteur() {
  const troncons: Troncon[] = [];
  const serveur = createServer(async (request, response) => {
    const morceaux: Buffer[] = [];
    for await (const morceau of request) morceaux.push(morceau as Buffer);
    const envoi = JSON.parse(Buffer.concat(morceaux).toString("utf8")) as Envoi;
    for (const { resource, scopeSpans } of envoi.resourceSpans) {
      const processus =
        resource.attributes.find(({ key }) => key === "coordination.processus")?.value.stringValue ?? "inconnu";
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        troncons.push({ ...span, processus, texte: JSON.stringify(span) });
      }
    }
    response.setHeader("content-type", "application/json").end("{}");
  });
  serveur.listen(0, "127.0.0.1");
  await once(serveur, "listening");
  const { port } = serveur.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    troncons: () => troncons as readonly Troncon[],
    stop: async () => {
      serveur.closeAllConnections();
      await once(serveur.close(), "close");
    },
  };
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AppelInterne } from "@coordination/server-kit";
import { createTestDatabase, TEST_SECRET } from "@coordination/test-kit";
import {
  type Configuration,
  chargerLesDonneesInitiales,
  type Maison,
  ouvrirEnPlusieursProcessus,
  ouvrirEnUnProcessus,
  schemas,
} from "@coordination/tools";
import type { FormattedExecutionResult } from "graphql";
import { portLibre } from "./port.fixture.ts";

export interface MaisonDeTest extends Maison {
  readonly configuration: Configuration;
  readonly adminUrl: string;
}

/** A service that died is away for a moment that can be seen, and that a test can wait. */
const DELAI_DE_RELANCE_MS = 2_000;

/** A whole house on a database of its own, in one process or in five. */
export async function ouvrirMaisonDeTest({
  jeu,
  distribuee = false,
  limites = {},
  mesures = false,
  ...reglages
}: {
  jeu: "demo" | "vide";
  distribuee?: boolean;
  limites?: Partial<Configuration["limites"]>;
  mesures?: boolean;
} & Partial<Pick<Configuration, "origines" | "delaiArretMs" | "processusDeParcours">>): Promise<MaisonDeTest> {
  const base = await createTestDatabase({
    services: schemas,
    // What a first start loads, loaded once for all the houses of a run.
    content: {
      name: jeu,
      load: (adminUrl) => chargerLesDonneesInitiales({ adminUrl }, { jeu, annoncer: () => {} }),
    },
  });
  const dataDir = await mkdtemp(join(tmpdir(), "coordination-maison-"));
  const port = await portLibre();
  const host = "127.0.0.1";
  const configuration: Configuration = {
    port,
    host,
    dataDir,
    databaseUrl: base.adminUrl,
    jeu,
    internalSecret: TEST_SECRET,
    fournisseur: undefined,
    audience: "https://coordination.example/api",
    origines: [],
    delaiArretMs: 0,
    delaiDeRelanceMs: DELAI_DE_RELANCE_MS,
    production: false,
    limites: { introspection: "ouverte", coutMaximum: 5_000, coutParMinute: null, mandataires: [], ...limites },
    ...(mesures ? { mesures: { host, port: port + 2, exige: true } } : {}),
    ...reglages,
  };
  const ouvrir = distribuee ? ouvrirEnPlusieursProcessus : ouvrirEnUnProcessus;
  const maison = await ouvrir(configuration, () => {});
  const stop = async () => {
    await maison.stop();
    await base.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...maison, configuration, adminUrl: base.adminUrl, stop };
}

/** A second way into the same house: the five processes on the database of a house in one process. */
export async function distribuer({ configuration }: MaisonDeTest): Promise<Maison & { configuration: Configuration }> {
  const autre = {
    ...configuration,
    port: await portLibre(),
    dataDir: await mkdtemp(join(tmpdir(), "coordination-maison-")),
  };
  const maison = await ouvrirEnPlusieursProcessus(autre, () => {});
  const stop = async () => {
    await maison.stop();
    await rm(autre.dataDir, { recursive: true, force: true });
  };
  return { ...maison, configuration: autre, stop };
}

/** The coordinator of a DAC, as the gateway would vouch for her. */
const coordinatrice: AppelInterne = {
  acteur: {
    sub: "test",
    rpps: null,
    structures: [],
    profils: ["coordinatrice-dac"],
    scopes: ["parcours:lire"],
    clientId: "test",
  },
  requestId: "journey",
};

/** Asks the gateway in this process as the coordinator, or as anyone. */
export const demander = (
  maison: Maison,
  query: string,
  variables: object = {},
  appel: AppelInterne = coordinatrice,
): Promise<FormattedExecutionResult> =>
  maison.executer({ query, variables, operationName: /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? "" }, appel);

/** Asks by HTTP, with or without a token. */
export async function demanderParHttp(
  { url }: Maison,
  query: string,
  { jeton, variables = {} }: { jeton?: string; variables?: object } = {},
): Promise<{ statut: number; corps: FormattedExecutionResult }> {
  const reponse = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(jeton === undefined ? {} : { authorization: `Bearer ${jeton}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { statut: reponse.status, corps: (await reponse.json()) as FormattedExecutionResult };
}

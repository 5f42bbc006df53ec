import { createSceauInterne, serveSubgraph } from "@coordination/server-kit";
import { type Logger, pino } from "pino";
import { createIdentity, type GatewayOptions, httpTransport, inProcessTransport, startGateway } from "../src/index.ts";
import { AUDIENCE } from "./emetteur.ts";
import { createSousGraphes } from "./sous-graphes.ts";

export const SECRET = "un secret de test, de trente-deux caractères au moins";
export const sceau = createSceauInterne(SECRET);
export const silencieux: Logger = pino({ level: "silent" });

const HOTE = "127.0.0.1";

/** What a client reads of an answer. */
export interface Reponse {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly texte: string;
}

export interface PasserelleDeTest {
  readonly url: string;
  readonly executer: Awaited<ReturnType<typeof startGateway>>["executer"];
  demander(query: string, options?: { headers?: Record<string, string>; variables?: object }): Promise<Reponse>;
  stop(): Promise<void>;
}

/** Takes the gateway's options that a test cares about; the rest is what `npm start` would give. */
type Options = Partial<GatewayOptions> & Pick<GatewayOptions, "transport" | "supergraphSdl">;

async function startPasserelle(options: Options): Promise<PasserelleDeTest> {
  const anonyme = createIdentity({
    issuer: "http://emetteur.invalid",
    audience: AUDIENCE,
    jwksUri: "http://127.0.0.1:9/jwks",
    logger: silencieux,
  });
  const { url, executer, stop } = await startGateway({
    identity: anonyme,
    sceau,
    host: HOTE,
    port: 0,
    logger: silencieux,
    graphiql: false,
    limites: { introspection: "ouverte", coutMaximum: 5_000, debit: null },
    ...options,
  });
  return { url, executer, stop, demander: (query, rest = {}) => demander(`${url}/graphql`, { query, ...rest }) };
}

/** Posts one GraphQL request. */
export async function demander(
  url: string,
  {
    headers = {},
    ...demande
  }: {
    query: string;
    operationName?: string | undefined;
    variables?: object | undefined;
    headers?: Record<string, string>;
  },
): Promise<Reponse> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(demande),
  });
  const texte = await response.text();
  const { data, errors = [] } = JSON.parse(texte) as Partial<Reponse>;
  return { status: response.status, headers: response.headers, data, errors, texte };
}

/** The three subgraphs, called in the gateway's process. */
export async function startEnProcessus(options: Partial<GatewayOptions> = {}): Promise<PasserelleDeTest> {
  const { executors, sdl } = await createSousGraphes();
  return startPasserelle({ supergraphSdl: sdl({}), transport: inProcessTransport(executors), ...options });
}

/** What a mute subgraph costs a test; long enough that a busy machine never takes the others for mute. */
const DELAI_MS = 2_500;

/** The three subgraphs, each behind its own HTTP server; `urls` puts another address in a subgraph's place. */
export async function startDistribuee(
  urls: Readonly<Record<string, string | readonly string[]>> = {},
  options: Partial<GatewayOptions> = {},
): Promise<PasserelleDeTest & { readonly urls: Readonly<Record<string, string>> }> {
  const { executors, sdl } = await createSousGraphes();
  const serveurs = await Promise.all(
    Object.values(executors).map((executor) =>
      serveSubgraph(executor, { sceau, host: HOTE, port: 0, logger: silencieux }).then((serveur) => ({
        ...serveur,
        name: executor.name,
      })),
    ),
  );
  const toutes = {
    ...Object.fromEntries(serveurs.map(({ name, url }) => [name, `${url}/graphql`])),
    ...urls,
  };
  /** Of several copies, the first. */
  const premieres = Object.fromEntries(Object.entries(toutes).map(([name, url]) => [name, [url].flat()[0] ?? ""]));
  const passerelle = await startPasserelle({
    supergraphSdl: sdl(premieres),
    transport: httpTransport({ urls: toutes, sceau, timeoutMs: DELAI_MS }),
    ...options,
  });
  const stop = async () => {
    await passerelle.stop();
    await Promise.all(serveurs.map((serveur) => serveur.stop()));
  };
  return { ...passerelle, urls: premieres, stop };
}

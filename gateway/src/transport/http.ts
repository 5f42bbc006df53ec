import { ENTETE_JETON_INTERNE, type SceauInterne } from "@coordination/server-kit";
import { type Dispatcher, Pool } from "undici";
import { explainFailure, readAnswer } from "./http-answer.ts";
import { DELAI_DE_SOUS_GRAPHE_MS, type SubgraphTransport, TransportFailure } from "./transport.ts";

const CONNEXIONS_PAR_SOUS_GRAPHE = 100;
/** Far above what the largest question of ours brings back. */
const REPONSE_MAXIMUM = 16 * 1024 * 1024;

interface Destination {
  readonly pool: Pool;
  readonly path: string;
}

/**
 * Subgraphs over HTTP: one keep-alive pool each, which reconnects by itself to a subgraph that comes back.
 * Nothing of the client's request goes through: each call is sealed for its subgraph and its body, unless `sceau` is null.
 * `urls` gives the GraphQL address of each subgraph by its name; `timeoutMs` bounds the whole exchange.
 */
export function httpTransport({
  urls,
  sceau,
  timeoutMs = DELAI_DE_SOUS_GRAPHE_MS,
  reponseMaximum = REPONSE_MAXIMUM,
}: {
  urls: Readonly<Record<string, string>>;
  sceau: SceauInterne | null;
  timeoutMs?: number;
  reponseMaximum?: number;
}): SubgraphTransport {
  const destinations = new Map(
    Object.entries(urls).map(([name, url]) => [name, open(new URL(url), { timeoutMs, reponseMaximum })]),
  );
  const destinationOf = (subgraph: string): Destination => {
    const destination = destinations.get(subgraph);
    if (destination === undefined) throw new TransportFailure("adresse du sous-graphe inconnue");
    return destination;
  };
  return {
    call: async (subgraph, { query, variables, operationName, appel, entetes }) => {
      const { pool, path } = destinationOf(subgraph);
      const body = JSON.stringify({ query, variables, operationName });
      const jeton = await sceau?.signer(subgraph, appel, body);
      const headers = {
        "content-type": "application/json",
        accept: "application/json",
        "x-request-id": appel.requestId,
        ...entetes,
        ...(jeton === undefined ? {} : { [ENTETE_JETON_INTERNE]: jeton }),
      };
      const request = { method: "POST", path, headers, body, signal: AbortSignal.timeout(timeoutMs) } as const;
      try {
        return await readAnswer(await pool.request(request), { refusals: sceau === null });
      } catch (error) {
        throw explainFailure(error);
      }
    },
    ready: async (subgraph) => {
      const { pool } = destinationOf(subgraph);
      const response: Dispatcher.ResponseData = await pool.request({
        method: "GET",
        path: "/readyz",
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body.dump();
      if (response.statusCode !== 200) throw new TransportFailure(`état HTTP ${response.statusCode}`);
    },
    close: async () => {
      await Promise.all([...destinations.values()].map(({ pool }) => pool.close()));
    },
  };
}

function open(
  { origin, pathname, search }: URL,
  { timeoutMs, reponseMaximum }: { timeoutMs: number; reponseMaximum: number },
): Destination {
  const pool = new Pool(origin, {
    connections: CONNEXIONS_PAR_SOUS_GRAPHE,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: reponseMaximum,
  });
  return { pool, path: `${pathname}${search}` };
}

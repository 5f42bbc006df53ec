import { ENTETE_JETON_INTERNE, type SceauInterne } from "@coordination/server-kit";
import type { FormattedExecutionResult } from "graphql";
import { type Dispatcher, Pool } from "undici";
import { DELAI_DE_SOUS_GRAPHE_MS, type SubgraphTransport, TransportFailure } from "./transport.ts";

const CONNEXIONS_PAR_SOUS_GRAPHE = 100;

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
}: {
  urls: Readonly<Record<string, string>>;
  sceau: SceauInterne | null;
  timeoutMs?: number;
}): SubgraphTransport {
  const destinations = new Map(Object.entries(urls).map(([name, url]) => [name, open(new URL(url), timeoutMs)]));
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
      const response = await pool.request({
        method: "POST",
        path,
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          "x-request-id": appel.requestId,
          ...entetes,
          ...(jeton === undefined ? {} : { [ENTETE_JETON_INTERNE]: jeton }),
        },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      return readAnswer(response);
    },
    ready: async (subgraph) => {
      const { pool } = destinationOf(subgraph);
      const response = await pool.request({
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

function open({ origin, pathname, search }: URL, timeoutMs: number): Destination {
  const pool = new Pool(origin, {
    connections: CONNEXIONS_PAR_SOUS_GRAPHE,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  return { pool, path: `${pathname}${search}` };
}

/** Same mapping as Apollo's own data source: 401 and 403 keep their meaning, anything but JSON in a 2xx is a failure. */
async function readAnswer({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<FormattedExecutionResult> {
  if (statusCode < 200 || statusCode > 299) {
    await body.dump();
    if (statusCode === 401) throw new TransportFailure("état HTTP 401", "UNAUTHENTICATED");
    if (statusCode === 403) throw new TransportFailure("état HTTP 403", "FORBIDDEN");
    throw new TransportFailure(`état HTTP ${statusCode}`);
  }
  const contentType = String(headers["content-type"] ?? "");
  const text = await body.text();
  if (!/^application\/(graphql-response\+)?json\b/.test(contentType)) {
    throw new TransportFailure("réponse d'un autre type que JSON");
  }
  try {
    return JSON.parse(text) as FormattedExecutionResult;
  } catch {
    // The parser's own message quotes the body, which may be about a person.
    throw new TransportFailure("réponse JSON illisible");
  }
}

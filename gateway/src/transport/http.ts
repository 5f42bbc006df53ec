import { ENTETE_JETON_INTERNE, type SceauInterne } from "@coordination/server-kit";
import { type Dispatcher, Pool } from "undici";
import { explainFailure, readAnswer } from "./http-answer.ts";
import { attenteDe, DELAI_DE_SOUS_GRAPHE_MS, type SubgraphTransport, TransportFailure } from "./transport.ts";

const CONNEXIONS_PAR_SOUS_GRAPHE = 100;
/** Far above what the largest question of ours brings back. */
const REPONSE_MAXIMUM = 16 * 1024 * 1024;

interface Destination {
  readonly pool: Pool;
  readonly path: string;
}

/** The processes that serve one subgraph, asked in turn. */
interface Copies {
  readonly destinations: readonly Destination[];
  turn: number;
}

/**
 * Subgraphs over HTTP: one keep-alive pool each, which reconnects by itself to a subgraph that comes back.
 * Nothing of the client's request goes through: each call is sealed for its subgraph and its body, unless `sceau` is null.
 * `urls` gives the GraphQL address of each subgraph by its name, or those of its copies; `timeoutMs` bounds the whole exchange, and so does
 * what is left to its request.
 */
export function httpTransport({
  urls,
  sceau,
  timeoutMs = DELAI_DE_SOUS_GRAPHE_MS,
  reponseMaximum = REPONSE_MAXIMUM,
}: {
  urls: Readonly<Record<string, string | readonly string[]>>;
  sceau: SceauInterne | null;
  timeoutMs?: number;
  reponseMaximum?: number;
}): SubgraphTransport {
  const subgraphs = new Map(
    Object.entries(urls).map(([name, addresses]): [string, Copies] => [
      name,
      { destinations: [addresses].flat().map((url) => open(new URL(url), { timeoutMs, reponseMaximum })), turn: 0 },
    ]),
  );
  const copiesOf = (subgraph: string): Copies => {
    const copies = subgraphs.get(subgraph);
    if (copies === undefined) throw new TransportFailure("adresse du sous-graphe inconnue");
    return copies;
  };
  return {
    call: async (subgraph, call) => {
      const { query, variables, operationName, appel, entetes } = call;
      const copies = copiesOf(subgraph);
      const body = JSON.stringify({ query, variables, operationName });
      const jeton = await sceau?.signer(subgraph, appel, body);
      const headers = {
        "content-type": "application/json",
        accept: "application/json",
        "x-request-id": appel.requestId,
        ...entetes,
        ...(jeton === undefined ? {} : { [ENTETE_JETON_INTERNE]: jeton }),
      };
      const { ms, nature } = attenteDe(call, timeoutMs);
      const signal = AbortSignal.timeout(ms);
      try {
        const response = await inTurn(copies, ({ pool, path }) =>
          pool.request({ method: "POST", path, headers, body, signal }),
        );
        return await readAnswer(response, { refusals: sceau === null });
      } catch (error) {
        throw explainFailure(error, nature);
      }
    },
    ready: async (subgraph) => {
      const signal = AbortSignal.timeout(timeoutMs);
      const response: Dispatcher.ResponseData = await inTurn(copiesOf(subgraph), ({ pool }) =>
        pool.request({ method: "GET", path: "/readyz", signal }),
      );
      await response.body.dump();
      if (response.statusCode !== 200) throw new TransportFailure(`état HTTP ${response.statusCode}`);
    },
    close: async () => {
      const pools = [...subgraphs.values()].flatMap(({ destinations }) => destinations.map(({ pool }) => pool));
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}

/** Asks the next copy; the one after when nobody listens there, for the request was then received by nobody. */
async function inTurn<T>(copies: Copies, ask: (destination: Destination) => Promise<T>): Promise<T> {
  const { destinations } = copies;
  for (let tried = 1; ; tried += 1) {
    copies.turn = (copies.turn + 1) % destinations.length;
    const destination = destinations[copies.turn];
    if (destination === undefined) throw new TransportFailure("adresse du sous-graphe inconnue");
    try {
      return await ask(destination);
    } catch (error) {
      if (tried >= destinations.length || !isRefusedConnection(error)) throw error;
    }
  }
}

const isRefusedConnection = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "ECONNREFUSED";

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

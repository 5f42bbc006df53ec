import { Server } from "node:net";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/** The end of a gateway, in order: ready for no one but answering, then closed to who comes, then closed. */
export interface Arret {
  readonly commence: boolean;
  /**
   * Leaves `delaiMs` to the load balancers to learn that the gateway is not ready, stops listening, then leaves as long to
   * the clients of the open connections: each gets its next answer, and with it that its connection closes.
   */
  commencer(delaiMs: number): Promise<void>;
}

/** Watches over the answers of `app`: once no one new is heard, each one closes its connection. */
export function createArret(app: FastifyInstance): Arret {
  let commence = false;
  let sourd = false;
  app.addHook("onSend", (_request, reply, payload, fini) => {
    if (sourd) reply.header("connection", "close");
    fini(null, payload);
  });
  return {
    get commence() {
      return commence;
    },
    commencer: async (delaiMs) => {
      commence = true;
      await setTimeout(delaiMs);
      // Connections that the system has accepted are ours after one turn of the loop: none is dropped unheard.
      await setImmediate();
      sourd = true;
      await Promise.race([nePlusEcouter(app), setTimeout(delaiMs, undefined, { ref: false })]);
    },
  };
}

/**
 * Stops listening, and nothing more: an HTTP server that closes also drops the connections where no request is in flight,
 * among which those on which the next one is on its way. Resolves once the last connection is gone.
 */
const nePlusEcouter = ({ server }: FastifyInstance): Promise<void> =>
  new Promise((resolve) => {
    Server.prototype.close.call(server, () => resolve());
  });

/** A request in flight is answered within its own time (`DELAI_DE_DEMANDE_MS`); what lasts longer would never end. */
const DELAI_DE_VIDAGE_MS = 15_000;

/** Closes once the requests in flight are answered. */
export async function vider(app: FastifyInstance): Promise<void> {
  const couperet = globalThis.setTimeout(() => app.server.closeAllConnections(), DELAI_DE_VIDAGE_MS);
  await app.close();
  clearTimeout(couperet);
}

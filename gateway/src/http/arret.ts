import { setImmediate, setTimeout } from "node:timers/promises";
import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyInstance } from "fastify";

/** The end of a gateway, in order: ready for no one, still answering; then closed. */
export interface Arret {
  readonly commence: boolean;
  /** Says so to the load balancers and, with each answer, to the clients; resolves once they had `delaiMs` to hear it. */
  commencer(delaiMs: number): Promise<void>;
}

/** Watches over the answers of `app`: once the stop has begun, each one closes its connection. */
export function createArret(app: FastifyInstance): Arret {
  let commence = false;
  app.addHook("onSend", (_request, reply, payload, fini) => {
    if (commence) reply.header("connection", "close");
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
    },
  };
}

/** A request in flight is answered within the limits of the subgraphs; what lasts longer would never end. */
const DELAI_DE_VIDAGE_MS = 15_000;

/** Apollo stops once the requests in flight are answered. */
export const viderAvantArret = (app: FastifyInstance): ApolloServerPlugin => ({
  serverWillStart: async () => ({
    drainServer: async () => {
      const couperet = globalThis.setTimeout(() => app.server.closeAllConnections(), DELAI_DE_VIDAGE_MS);
      await app.close();
      clearTimeout(couperet);
    },
  }),
});

import type { FastifyInstance } from "fastify";
import type { Traceur } from "./traceur.ts";

/** Calls from another process of the house, at `chemin`, continue the trace of the request that they serve. */
export function tracerLesAppels(
  app: FastifyInstance,
  traceur: Traceur,
  { chemin, nom }: { chemin: string; nom: string },
): void {
  app.addHook("preHandler", (request, reply, suite) => {
    if (request.routeOptions.url !== chemin) return suite();
    const troncon = traceur.ouvrir(nom, "serveur", {}, request.headers);
    reply.raw.once("close", () => troncon.finir({ "http.response.status_code": reply.statusCode }));
    troncon.dans(suite);
  });
}

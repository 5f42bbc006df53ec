import Fastify from "fastify";
import type { Mesures } from "./mesures.ts";

/** Where the measures are read: loopback unless told otherwise, never the public door. */
export interface AdresseDesMesures {
  readonly host: string;
  readonly port: number;
}

/** Serves GET /metrics for Prometheus, and the pages that the parts of the house publish beside it. */
export async function servirMesures(
  mesures: Mesures,
  { host, port }: AdresseDesMesures,
): Promise<{ url: string; stop(): Promise<void> }> {
  const app = Fastify({ forceCloseConnections: true });
  app.get("/metrics", async (_request, reply) => reply.type(mesures.type).send(await mesures.lire()));
  app.get<{ Params: { page: string } }>("/:page", async ({ params }, reply) => {
    const lire = mesures.pages.get(params.page);
    return lire === undefined ? reply.code(404).send() : lire();
  });
  const url = await app.listen({ host, port });
  return { url, stop: () => app.close() };
}

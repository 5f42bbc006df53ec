import { avant } from "@coordination/server-kit";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Arret } from "./http/arret.ts";
import type { SubgraphTransport } from "./transport/transport.ts";

const DELAI_MS = 2_000;

interface Observe {
  readonly subgraphs: readonly string[];
  readonly transport: SubgraphTransport;
  readonly logger: Logger;
  readonly arret: Arret;
}

/**
 * GET /healthz: the process is alive. GET /readyz: every subgraph answers, or 503 and the names of those that do not.
 * A gateway that is stopping is ready for no one, while it still answers what comes.
 */
export function ajouterSante(app: FastifyInstance, { subgraphs, transport, logger, arret }: Observe): void {
  app.get("/healthz", async () => ({ statut: "vivant" }));
  app.get("/readyz", async (_request, reply) => {
    if (arret.commence) return reply.code(503).send({ statut: "arret" });
    const checks = await Promise.allSettled(subgraphs.map((name) => avant(DELAI_MS, transport.ready(name))));
    const indisponibles = subgraphs.filter((_name, index) => checks[index]?.status === "rejected");
    if (indisponibles.length === 0) return { statut: "pret" };
    logger.warn({ indisponibles }, "passerelle pas prête");
    return reply.code(503).send({ statut: "indisponible", indisponibles });
  });
}

import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { fermerAvecLaReponse } from "./arret.ts";
import type { SubgraphExecutor, SubgraphOperation } from "./executeur.ts";
import { appelDe, garder } from "./garde.ts";
import { tracerLesAppels } from "./observation/appels.ts";
import type { Traceur } from "./observation/traceur.ts";
import type { SceauInterne } from "./sceau.ts";
import { ENTETE_TRACE_FEDEREE } from "./trace-federee.ts";

const CORPS_MAXIMUM = 4 * 1024 * 1024;
const schemaDuCorps = {
  body: {
    type: "object",
    required: ["query"],
    properties: { query: { type: "string" }, variables: { type: "object" }, operationName: { type: "string" } },
  },
} as const;

export interface ServeurDeSousGraphe {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a subgraph over HTTP for the distributed mode: POST /graphql (gateway only), GET /healthz, GET /readyz. */
export async function serveSubgraph(
  executor: SubgraphExecutor,
  options: { sceau: SceauInterne; host: string; port: number; logger: Logger; traceur?: Traceur | null },
): Promise<ServeurDeSousGraphe> {
  const { sceau, host, port, logger, traceur = null } = options;
  const app = Fastify({
    bodyLimit: CORPS_MAXIMUM,
    keepAliveTimeout: 60_000,
    requestTimeout: 20_000,
    forceCloseConnections: "idle",
  });
  fermerAvecLaReponse(app);
  if (traceur !== null) tracerLesAppels(app, traceur, { chemin: "/graphql", nom: "sous-graphe" });
  ajouterSante(app, { executor, logger });
  await app.register(async (scope) => {
    garder(scope, { sceau, porte: executor.name });
    scope.post<{ Body: SubgraphOperation }>("/graphql", { schema: schemaDuCorps }, async (request) =>
      executor.repondre(operationDe(request), appelDe(request)),
    );
  });
  const url = await app.listen({ host, port });
  return { url, stop: () => app.close() };
}

/** What is asked; how long it took is told to who asks for it, and only the gateway comes this far. */
const operationDe = ({ body, headers }: FastifyRequest<{ Body: SubgraphOperation }>): SubgraphOperation =>
  headers[ENTETE_TRACE_FEDEREE] === "ftv1" ? { ...body, traceFederee: true } : body;

function ajouterSante(
  app: FastifyInstance,
  { executor, logger }: { executor: SubgraphExecutor; logger: Logger },
): void {
  app.get("/healthz", async () => ({ statut: "vivant" }));
  app.get("/readyz", async (_request, reply) => {
    try {
      await executor.verifierPret();
      return { statut: "pret" };
    } catch (error) {
      logger.warn({ err: error }, "service pas prêt");
      return reply.code(503).send({ statut: "indisponible" });
    }
  });
}

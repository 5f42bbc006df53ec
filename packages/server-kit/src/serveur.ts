import Fastify from "fastify";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { fermerAvecLaReponse } from "./arret.ts";
import type { SubgraphExecutor } from "./executeur.ts";

/** Header that carries the gateway's signed actor to a subgraph, and a service's to the gateway. */
export const ENTETE_JETON_INTERNE = "x-jeton-interne";

/** The body of a call between the gateway and a subgraph. */
interface CorpsGraphql {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

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
  { host, port, logger }: { host: string; port: number; logger: Logger },
): Promise<ServeurDeSousGraphe> {
  const app = Fastify({
    bodyLimit: CORPS_MAXIMUM,
    keepAliveTimeout: 60_000,
    requestTimeout: 20_000,
    forceCloseConnections: "idle",
  });
  fermerAvecLaReponse(app);
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
  app.post<{ Body: CorpsGraphql }>("/graphql", { schema: schemaDuCorps }, async (request, reply) => {
    const header = request.headers[ENTETE_JETON_INTERNE];
    try {
      return await executor.execute({ ...request.body, jeton: typeof header === "string" ? header : undefined });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return reply.code(401).send({ errors: [{ message: error.message, extensions: error.extensions }] });
    }
  });
  const url = await app.listen({ host, port });
  return { url, stop: () => app.close() };
}

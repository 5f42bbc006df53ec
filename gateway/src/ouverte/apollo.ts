import { ApolloServer, type ApolloServerPlugin, HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import type { ContexteDeRequete } from "../requete.ts";

/** Starts an ApolloServer over our federation, with nothing that phones home. Throws when the supergraph cannot be loaded. */
export async function startApollo(gateway: GatewayInterface, logger: Logger): Promise<ApolloServer<ContexteDeRequete>> {
  const server = new ApolloServer<ContexteDeRequete>({
    gateway,
    plugins: [exigerOperation, ...silence()],
    logger,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  await server.start();
  return server;
}

/** GET and POST /graphql, handed to Apollo as they came: nothing is rebuilt from headers that a client writes. */
export function ajouterApollo(
  app: FastifyInstance,
  apollo: ApolloServer<ContexteDeRequete>,
  contexte: () => ContexteDeRequete,
): void {
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: enRequeteApollo(request),
        context: async () => contexte(),
      });
      if (body.kind !== "complete") throw new Error("Incremental delivery is not served");
      reply.code(status ?? 200);
      for (const [nom, valeur] of headers) reply.header(nom, valeur);
      return body.string;
    },
  });
}

function enRequeteApollo({ method, url, headers, body }: FastifyRequest): HTTPGraphQLRequest {
  const entetes = new HeaderMap();
  for (const [nom, valeur] of Object.entries(headers)) {
    if (valeur !== undefined) entetes.set(nom, Array.isArray(valeur) ? valeur.join(", ") : valeur);
  }
  const debut = url.indexOf("?");
  return { method, headers: entetes, search: debut === -1 ? "" : url.slice(debut), body };
}

/** Without it, a request that designates no operation reaches the planner, which takes it for a defect of its own. */
const exigerOperation: ApolloServerPlugin<ContexteDeRequete> = {
  requestDidStart: async () => ({
    didResolveOperation: async (requestContext) => {
      const operation: unknown = requestContext.operation;
      if (operation !== undefined) return;
      throw new GraphQLError("operationName must name one of the operations of the request.", {
        extensions: { code: "OPERATION_RESOLUTION_FAILURE", http: { status: 400 } },
      });
    },
  }),
};

const silence = (): ApolloServerPlugin[] => [
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
];

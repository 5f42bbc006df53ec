import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import type { Traceur } from "@coordination/server-kit";
import type { FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { type PresenterErreur, withStatus } from "./erreurs.ts";
import { viderAvantArret } from "./http/arret.ts";
import type { Protection } from "./limites/protection.ts";
import { createFederation } from "./plan/federation.ts";
import type { ContexteDeRequete } from "./requete.ts";
import type { Supergraph } from "./supergraph.ts";
import { SubgraphDataSource } from "./transport/data-source.ts";
import type { PartialAnswers } from "./transport/partial-answer.ts";
import type { SubgraphTransport } from "./transport/transport.ts";

/**
 * What ApolloServer gets besides its gateway: `presenterErreur` null leaves errors as Apollo writes them, `partial` says
 * what stands for what a subgraph did not give.
 */
interface Moyens {
  readonly supergraph: Supergraph;
  readonly transport: SubgraphTransport;
  readonly app: FastifyInstance;
  readonly logger: Logger;
  readonly presenterErreur: PresenterErreur | null;
  readonly plugins?: readonly ApolloServerPlugin<ContexteDeRequete>[];
  readonly protection?: Protection;
  readonly traceur?: Traceur | null;
  readonly partial: PartialAnswers;
}

/**
 * Starts Apollo's planner and executor over a fixed supergraph, with our data sources and nothing that phones home.
 * Throws when the supergraph cannot be loaded. Stopping it closes `app` first, so that requests in flight are answered.
 */
export async function startApollo(moyens: Moyens): Promise<ApolloServer<ContexteDeRequete>> {
  const { app, logger, presenterErreur, protection } = moyens;
  const server = new ApolloServer<ContexteDeRequete>({
    gateway: createGateway(moyens),
    plugins: [
      viderAvantArret(app),
      exigerOperation,
      ...(protection?.plugins ?? []),
      ...(moyens.plugins ?? []),
      ...silence(),
    ],
    logger,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    ...protection?.options,
    ...(presenterErreur === null ? {} : { formatError: presenterErreur }),
  });
  await server.start();
  return server;
}

function createGateway({ supergraph, transport, partial, logger, traceur = null }: Moyens): GatewayInterface {
  const subgraphs = supergraph.subgraphs.map(
    ({ name }) => [name, new SubgraphDataSource(name, { transport, partial, logger })] as const,
  );
  return createFederation(supergraph.sdl, new Map(subgraphs), traceur);
}

/** Without it, a request that designates no operation reaches the planner, which takes it for a defect of its own. */
const exigerOperation: ApolloServerPlugin<ContexteDeRequete> = {
  requestDidStart: async () => ({
    didResolveOperation: async (requestContext) => {
      const operation: unknown = requestContext.operation;
      if (operation === undefined) throw withStatus(operationNonDesignee(), 400);
    },
  }),
};

const operationNonDesignee = (): GraphQLError =>
  new GraphQLError("operationName doit nommer l'une des opérations de la requête.", {
    extensions: { code: "OPERATION_RESOLUTION_FAILURE" },
  });

const silence = (): ApolloServerPlugin[] => [
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
];

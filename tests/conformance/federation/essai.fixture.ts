import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { composeServices } from "@apollo/composition";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { startOpenGateway } from "@coordination/gateway";
import { execute, type GraphQLSchema, parse } from "graphql";
import { pino } from "pino";
import type { SousGraphe } from "./famille.ts";

const HOTE = "127.0.0.1";
const silencieux = pino({ level: "silent" });

/** What a conformance suite compares: the data, and whether there are errors. */
interface Reponse {
  readonly data: unknown;
  readonly erreurs: boolean;
}

type Repondre = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Reponse>;

/** Our gateway, as `--open` starts it, and Apollo's own, side by side over the same subgraphs. */
export interface Essai {
  readonly nous: Repondre;
  readonly apollo: Repondre;
  fermer(): Promise<void>;
}

/** Serves the subgraphs on loopback, composes them, and opens the two gateways. Throws what composition says. */
export async function ouvrirEssai(sousGraphes: Readonly<Record<string, SousGraphe>>): Promise<Essai> {
  const serveurs = await Promise.all(
    Object.entries(sousGraphes).map(async ([name, { sdl, resolvers }]) => {
      const typeDefs = parse(sdl);
      return { name, typeDefs, ...(await servir(buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]))) };
    }),
  );
  const { supergraphSdl, errors } = composeServices(serveurs);
  if (supergraphSdl === undefined) {
    // A server left open would keep the whole run waiting.
    await Promise.all(serveurs.map(({ stop }) => stop()));
    throw new Error(errors?.map(({ message }) => message).join("\n"));
  }
  const nous = await startOpenGateway({ supergraphSdl, host: HOTE, port: 0, logger: silencieux });
  const apollo = await ouvrirApollo(supergraphSdl);
  return {
    nous: demanderPar(nous.url),
    apollo: apollo.repondre,
    fermer: async () => {
      await nous.stop();
      await apollo.stop();
      await Promise.all(serveurs.map(({ stop }) => stop()));
    },
  };
}

/** A foreign subgraph: a GraphQL server that knows no internal token. */
async function servir(schema: GraphQLSchema): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { query, variables, operationName } = JSON.parse(Buffer.concat(parts).toString("utf8"));
    const answer = await execute({ schema, document: parse(query), variableValues: variables, operationName });
    response.setHeader("content-type", "application/json; charset=utf-8").end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, HOTE, resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://${HOTE}:${(server.address() as AddressInfo).port}/graphql`, stop };
}

const demanderPar =
  (url: string): Repondre =>
  async (query, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return comparable((await response.json()) as { data?: unknown; errors?: readonly unknown[] });
  };

async function ouvrirApollo(supergraphSdl: string): Promise<{ repondre: Repondre; stop(): Promise<void> }> {
  process.env.APOLLO_TELEMETRY_DISABLED = "1";
  const gateway = new ApolloGateway({ supergraphSdl, logger: silencieux });
  const server = new ApolloServer({ gateway, logger: silencieux, nodeEnv: "test", introspection: true });
  await server.start();
  return {
    repondre: async (query, variables) => {
      const { body } = await server.executeOperation({ query, variables: { ...variables } });
      if (body.kind !== "single") throw new Error("one answer");
      return comparable(JSON.parse(JSON.stringify(body.singleResult)));
    },
    stop: () => server.stop(),
  };
}

const comparable = ({ data, errors }: { data?: unknown; errors?: readonly unknown[] }): Reponse => ({
  data: data ?? null,
  erreurs: (errors?.length ?? 0) > 0,
});

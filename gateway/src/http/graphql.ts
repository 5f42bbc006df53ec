import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ContexteDeRequete } from "../requete.ts";

interface Moyens {
  readonly apollo: ApolloServer<ContexteDeRequete>;
  readonly context: (request: FastifyRequest) => Promise<ContexteDeRequete>;
  /** Throws for a request that must not reach Apollo. */
  readonly verifier?: (request: FastifyRequest) => void;
}

/** GET and POST /graphql, handed to Apollo as they came: nothing is rebuilt from headers that a client writes. */
export function ajouterGraphql(app: FastifyInstance, { apollo, context, verifier = () => {} }: Moyens): void {
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      verifier(request);
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: enRequeteApollo(request),
        context: () => context(request),
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

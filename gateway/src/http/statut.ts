import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { ContexteDeRequete } from "../requete.ts";
import { typeDeReponse } from "./demande.ts";

/** What makes a well-formed request one that GraphQL does not run. */
const FAUTES_DE_GRAPHQL: ReadonlySet<unknown> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_USER_INPUT",
]);

/** A document cut at the token limit was not read: that stays a 400 for everyone, as for the other limits. */
const DOCUMENT_COUPE = /^Syntax Error: Document contains more tha[nt]/;
const estUneLimite = ({ extensions, originalError }: GraphQLError): boolean =>
  extensions.limite !== undefined || (originalError instanceof GraphQLError && estUneLimite(originalError));

/**
 * GraphQL over HTTP: what GraphQL refuses is a 400 as `application/graphql-response+json`, and a 200 as `application/json`,
 * whose older clients read the errors of a 200 only.
 */
export const statutSelonLeType: ApolloServerPlugin<ContexteDeRequete> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors = [] }) => {
      if (response.http.status !== 400 || request.http === undefined) return;
      const refusee = errors.every(
        (error) =>
          FAUTES_DE_GRAPHQL.has(error.extensions.code) && !DOCUMENT_COUPE.test(error.message) && !estUneLimite(error),
      );
      if (!refusee || request.query === undefined || request.query === "") return;
      if (typeDeReponse(request.http.headers.get("accept")) === "application/json") response.http.status = 200;
    },
  }),
};

import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import type { ContexteDeRequete } from "../requete.ts";
import { elementsDeprecies } from "./depreciees.ts";
import { createNoms } from "./noms.ts";
import type { OperationSuivie } from "./suivi.ts";

const OPERATIONS_EN_MEMOIRE = 500;
const OPERATIONS_NOMMEES = 300;
const ANONYME = "anonyme";

/** Tells a request's `suivi` which operation it runs and which errors it is answered. */
export function suivreLesOperations(): ApolloServerPlugin<ContexteDeRequete> {
  const connues = new LRUCache<string, OperationSuivie>({ max: OPERATIONS_EN_MEMOIRE });
  const noms = createNoms(OPERATIONS_NOMMEES, [ANONYME]);
  let schemaPublic: GraphQLSchema;
  const ecoute: GraphQLRequestListener<ContexteDeRequete> = {
    didResolveOperation: async ({ contextValue: { suivi }, queryHash, operationName, document }) => {
      if (suivi === undefined) return;
      const cle = `${queryHash} ${operationName ?? ""}`;
      let operation = connues.get(cle);
      if (operation === undefined) {
        operation = { nom: noms(operationName ?? ANONYME), depreciees: elementsDeprecies(document, schemaPublic) };
        connues.set(cle, operation);
      }
      suivi.operation = operation;
    },
    willSendResponse: async ({ contextValue: { suivi }, response: { body } }) => {
      if (suivi === undefined || body.kind !== "single") return;
      const { errors } = body.singleResult;
      if (errors !== undefined) suivi.codes = errors.map(codeDe);
    },
  };
  return {
    serverWillStart: async ({ schema }) => {
      schemaPublic = schema;
      return {};
    },
    requestDidStart: async () => ecoute,
  };
}

const codeDe = ({ extensions }: GraphQLFormattedError): string =>
  typeof extensions?.code === "string" ? extensions.code : "INTERNAL_SERVER_ERROR";

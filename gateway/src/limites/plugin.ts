import type { ApolloServerPlugin } from "@apollo/server";
import { saisieInvalide } from "@coordination/server-kit";
import type { OperationDefinitionNode } from "graphql";
import { withStatus } from "../erreurs.ts";
import type { ContexteDeRequete } from "../requete.ts";
import { type Introspection, refusDIntrospection } from "./introspection.ts";
import { ERREURS_MONTREES } from "./limites.ts";

/** What is checked at each request: who may introspect, and how many errors an answer shows. */
export const pluginDesLimites = (introspection: Introspection): ApolloServerPlugin<ContexteDeRequete> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, schema, operation, contextValue: { client, appel } }) => {
      const designee: OperationDefinitionNode | undefined = operation;
      // Validation lets through an operation that selects nothing but `__typename`.
      if (designee !== undefined && !schema.getRootType(designee.operation)) {
        throw withStatus(saisieInvalide("query", `Aucune opération « ${designee.operation} » n'est servie.`), 400);
      }
      if (introspection === "ouverte" || client === undefined) return;
      const refus = refusDIntrospection(document, appel.acteur);
      if (refus !== null) throw withStatus(refus, 400);
    },
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind !== "single") return;
      const { errors } = body.singleResult;
      if (errors !== undefined && errors.length > ERREURS_MONTREES) {
        body.singleResult.errors = errors.slice(0, ERREURS_MONTREES);
      }
    },
  }),
});

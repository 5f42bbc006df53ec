import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { LRUCache } from "lru-cache";
import type { ContexteDeRequete } from "../requete.ts";
import { createPlanner, type PlannedOperation } from "./planner.ts";
import { createRunPlan, type SubgraphDataSources } from "./run.ts";

const OPERATIONS_EN_MEMOIRE = 500;

/**
 * What an ApolloServer executes operations by: Apollo's planner, and our executor of its plans (gateway/README.md).
 * Throws when the supergraph cannot be loaded.
 */
export function createFederation(supergraphSdl: string, subgraphs: SubgraphDataSources): GatewayInterface {
  const planner = createPlanner(supergraphSdl);
  const runPlan = createRunPlan(planner, subgraphs);
  const planned = new LRUCache<string, PlannedOperation>({ max: OPERATIONS_EN_MEMOIRE });
  const listeners = new Set<Parameters<GatewayInterface["onSchemaLoadOrUpdate"]>[0]>();
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      for (const listener of listeners) listener({ apiSchema: planner.apiSchema, coreSupergraphSdl: supergraphSdl });
      return {
        executor: async ({ document, queryHash, request: { operationName, variables = {} }, context }) => {
          const key = `${queryHash} ${operationName ?? ""}`;
          const operation = planned.get(key) ?? planner.plan(document, operationName);
          planned.set(key, operation);
          return runPlan(operation, variables, context as ContexteDeRequete);
        },
      };
    },
    stop: async () => {},
  };
}

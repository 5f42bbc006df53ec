import type { GatewayExecutor, GatewayInterface } from "@apollo/server-gateway-interface";
import type { Traceur } from "@coordination/server-kit";
import { type GraphQLError, getVariableValues } from "graphql";
import type { ContexteDeRequete } from "../requete.ts";
import type { SubgraphDataSource } from "../transport/data-source.ts";
import { executePlan } from "./execution.ts";
import type { Entry } from "./own-property.ts";
import { createPlanner, type Planner } from "./planner.ts";

/** The data source of each subgraph, by its name. */
export type SubgraphDataSources = ReadonlyMap<string, SubgraphDataSource>;

/**
 * What ApolloServer executes operations by: Apollo's planner, and our executor of its plans (gateway/README.md).
 * Throws when the supergraph cannot be loaded.
 */
export function createFederation(
  supergraphSdl: string,
  subgraphs: SubgraphDataSources,
  traceur: Traceur | null = null,
): GatewayInterface {
  const planner = traced(createPlanner(supergraphSdl), traceur);
  const executor = createExecutor(planner, subgraphs);
  const listeners = new Set<Parameters<GatewayInterface["onSchemaLoadOrUpdate"]>[0]>();
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      for (const listener of listeners) listener({ apiSchema: planner.apiSchema, coreSupergraphSdl: supergraphSdl });
      return { executor };
    },
    stop: async () => {},
  };
}

/** The same planner, a span around each plan. */
const traced = (planner: Planner, traceur: Traceur | null): Planner =>
  traceur === null
    ? planner
    : { ...planner, plan: (...asked) => traceur.tracer("plan", "interne", {}, () => planner.plan(...asked)) };

const createExecutor =
  ({ plan, apiSchema, match, interfaceObjects }: Planner, subgraphs: SubgraphDataSources): GatewayExecutor =>
  async ({ document, queryHash, request, context }) => {
    const given: Readonly<Entry> = request.variables ?? {};
    const planned = plan(document, queryHash, request.operationName);
    const { coerced, errors: refused } = getVariableValues(
      apiSchema,
      planned.operation.variableDefinitions ?? [],
      given,
    );
    if (refused !== undefined) return { errors: refused };
    const data: Entry = {};
    const errors: GraphQLError[] = [];
    const execution = {
      fetch: (name: string, operation: Parameters<SubgraphDataSource["fetch"]>[0]) => {
        const subgraph = subgraphs.get(name);
        if (subgraph === undefined) throw new Error(`No subgraph ${name}`);
        return subgraph.fetch(operation, context as ContexteDeRequete);
      },
      match,
      interfaceObjects,
      variables: given,
      conditions: coerced,
      data,
      errors,
    };
    if (planned.plan !== undefined) await executePlan(execution, planned.plan);
    const faults: GraphQLError[] = [];
    const shaped = planned.shape(coerced)(data, { path: [], faults, variables: given });
    if (errors.length > 0) return { errors, data: shaped };
    return faults.length > 0 ? { data: shaped, extensions: { valueCompletion: faults } } : { data: shaped };
  };

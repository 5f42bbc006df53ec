import { type GraphQLError, getVariableValues } from "graphql";
import type { ContexteDeRequete } from "../requete.ts";
import type { SubgraphDataSource } from "../transport/data-source.ts";
import { executePlan } from "./execution.ts";
import type { Entry } from "./own-property.ts";
import type { PlannedOperation, Planner } from "./planner.ts";

/** The data source of each subgraph, by its name. */
export type SubgraphDataSources = ReadonlyMap<string, SubgraphDataSource>;

/** What a planned operation gave; without `data`, its variables were refused and nothing was run. */
export interface PlanResult {
  readonly data?: Entry | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Runs a planned operation with the variables that the client gave. */
export type RunPlan = (
  planned: PlannedOperation,
  variables: Readonly<Entry>,
  contexte: ContexteDeRequete,
) => Promise<PlanResult>;

/** Runs the plans of `planner` over the subgraphs, and gives what comes the shape of the client's operation. */
export const createRunPlan =
  ({ apiSchema, match, interfaceObjects }: Planner, subgraphs: SubgraphDataSources): RunPlan =>
  async (planned, variables, contexte) => {
    const { coerced, errors: refused } = getVariableValues(
      apiSchema,
      planned.operation.variableDefinitions ?? [],
      variables,
    );
    if (refused !== undefined) return { errors: refused };
    const data: Entry = {};
    const errors: GraphQLError[] = [];
    const execution = {
      fetch: (name: string, operation: Parameters<SubgraphDataSource["fetch"]>[0]) => {
        const subgraph = subgraphs.get(name);
        if (subgraph === undefined) throw new Error(`No subgraph ${name}`);
        return subgraph.fetch(operation, contexte);
      },
      match,
      interfaceObjects,
      variables,
      conditions: coerced,
      data,
      errors,
    };
    if (planned.plan !== undefined) await executePlan(execution, planned.plan);
    if (errors.length === 0 && planned.askedAsIs !== null && subgraphs.get(planned.askedAsIs)?.answersComplete) {
      return { data };
    }
    const faults: GraphQLError[] = [];
    const shaped = planned.shape(coerced)(data, { path: [], faults, variables });
    if (errors.length > 0) return { errors, data: shaped };
    return faults.length > 0 ? { data: shaped, extensions: { valueCompletion: faults } } : { data: shaped };
  };

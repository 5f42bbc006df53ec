import type { FetchNode, PlanNode, ResponsePath } from "@apollo/query-planner";
import type { SubgraphOperation } from "@coordination/server-kit";
import { type FormattedExecutionResult, GraphQLError } from "graphql";
import { subgraphErrors } from "./errors.ts";
import type { InterfaceObjects } from "./interface-objects.ts";
import { type Entry, isEntry, mergeInto, readOwn } from "./own-property.ts";
import { representationOf } from "./representation.ts";
import { applyRewrites } from "./rewrites.ts";
import type { TypeMatch } from "./types-of.ts";

/** Runs one fetch of a plan; its answer always comes, with errors when it must. */
type FetchSubgraph = (subgraph: string, operation: SubgraphOperation) => Promise<FormattedExecutionResult>;

/** One execution of a plan: what it works with, and what it fills. */
export interface Execution {
  readonly fetch: FetchSubgraph;
  readonly match: TypeMatch;
  readonly interfaceObjects: InterfaceObjects;
  /** As the client gave them: subgraphs read them by their own types. */
  readonly variables: Readonly<Entry>;
  /** The boolean variables of `@skip` and `@include`, default values included. */
  readonly conditions: Readonly<Entry>;
  readonly data: Entry;
  readonly errors: GraphQLError[];
}

/** Where a node of the plan applies: the objects found at a path of the answer. */
interface Cursor {
  readonly path: ResponsePath;
  readonly found: unknown;
}

/** Executes a query plan into `execution.data` and `execution.errors`. Never rejects for what a subgraph did. */
export const executePlan = (execution: Execution, plan: PlanNode): Promise<void> =>
  executeNode(execution, plan, { path: [], found: execution.data });

async function executeNode(execution: Execution, node: PlanNode, cursor: Cursor): Promise<void> {
  switch (node.kind) {
    case "Sequence":
      for (const child of node.nodes) await executeNode(execution, child, cursor);
      return;
    case "Parallel":
      await Promise.all(node.nodes.map((child) => executeNode(execution, child, cursor)));
      return;
    case "Flatten": {
      const found = follow(cursor.found, node.path, 0);
      if (found === undefined || found === null) return;
      return executeNode(execution, node.node, { path: [...cursor.path, ...node.path], found });
    }
    case "Condition": {
      const branch = execution.conditions[node.condition] === true ? node.ifClause : node.elseClause;
      return branch === undefined ? undefined : executeNode(execution, branch, cursor);
    }
    case "Fetch":
      return executeFetch(execution, node, cursor).catch((error: unknown) => {
        execution.errors.push(error instanceof GraphQLError ? error : new GraphQLError(String(error)));
      });
    case "Defer":
      throw new Error("The gateway does not defer");
  }
}

/** What stands at a path, lists flattened where the path says `@`. */
function follow(value: unknown, path: ResponsePath, from: number): unknown {
  if (from === path.length || value === undefined || value === null) return value;
  if (path[from] === "@") return (value as unknown[]).flatMap((element) => follow(element, path, from + 1));
  return follow(readOwn(value as Entry, String(path[from])), path, from + 1);
}

async function executeFetch(execution: Execution, fetch: FetchNode, { path, found }: Cursor): Promise<void> {
  const entities = (Array.isArray(found) ? found : [found]).filter(isEntry);
  if (entities.length === 0) return;
  const variables = usedVariables(fetch, execution.variables);
  if (fetch.requires === undefined) {
    const data = await send(execution, fetch, path, variables);
    applyRewrites(fetch.outputRewrites, data, execution.match);
    for (const entity of entities) mergeInto(entity, data);
    return;
  }
  const { representations, represented } = represent(execution, fetch, entities);
  if (representations.length === 0) return;
  const data = await send(execution, fetch, path, { ...variables, representations });
  if (data === null) return;
  const received = data._entities;
  if (!Array.isArray(received) || received.length !== representations.length) {
    throw new Error(`"_entities" of ${fetch.serviceName} is not the ${representations.length} entities asked`);
  }
  received.forEach((entity: unknown, rank) => {
    const target = represented[rank];
    if (target === undefined || !isEntry(entity)) return;
    // The type that the subgraph of a key gave stands, unless this one says otherwise.
    entity.__typename ||= target.__typename;
    execution.interfaceObjects.keepType(target, entity);
    applyRewrites(fetch.outputRewrites, entity, execution.match);
    mergeInto(target, entity);
  });
}

function usedVariables({ variableUsages = [] }: FetchNode, given: Readonly<Entry>): Entry {
  const used: Entry = {};
  for (const name of variableUsages) {
    if (Object.hasOwn(given, name) && given[name] !== undefined) used[name] = given[name];
  }
  return used;
}

/** What the fetch asks about, and of whom: an entity whose key is not known is left alone. */
function represent({ match, interfaceObjects }: Execution, fetch: FetchNode, entities: readonly Entry[]) {
  const representations: Entry[] = [];
  const represented: Entry[] = [];
  for (const entity of entities) {
    const representation = representationOf(entity, fetch.requires ?? [], match);
    if (typeof representation?.__typename !== "string") continue;
    applyRewrites(fetch.inputRewrites, representation, match);
    interfaceObjects.nameFor(fetch.serviceName, representation);
    representations.push(representation);
    represented.push(entity);
  }
  return { representations, represented };
}

async function send(execution: Execution, fetch: FetchNode, path: ResponsePath, variables: Entry) {
  const { operation: query, operationName } = fetch;
  const { data = null, errors } = await execution.fetch(fetch.serviceName, { query, variables, operationName });
  if (errors !== undefined) {
    const place = { path, data: execution.data, byEntity: fetch.requires !== undefined };
    execution.errors.push(...subgraphErrors(fetch.serviceName, errors, place));
  }
  return data;
}

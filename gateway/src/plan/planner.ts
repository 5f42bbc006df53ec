import { Supergraph as ComposedSupergraph, operationFromDocument } from "@apollo/federation-internals";
import { type PlanNode, QueryPlanner } from "@apollo/query-planner";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import { subgraphAskedAsIs } from "./as-asked.ts";
import { createInterfaceObjects, type InterfaceObjects } from "./interface-objects.ts";
import type { Entry } from "./own-property.ts";
import { castProvidedObjects } from "./provided-objects.ts";
import { compileShape, type Shape } from "./shape.ts";
import { createTypeMatch, type TypeMatch } from "./types-of.ts";

/** An operation of a client, planned once and executed many times. */
export interface PlannedOperation {
  readonly operation: OperationDefinitionNode;
  /** Undefined when no subgraph is needed. */
  readonly plan: PlanNode | undefined;
  /** The subgraph whose answer has the shape of this one already; null when there is none. */
  readonly askedAsIs: string | null;
  /** The shape of the answer under these coerced variables. */
  shape(variables: Readonly<Entry>): Shape;
}

export interface Planner {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** Types as the subgraphs know them, interface objects included. */
  readonly match: TypeMatch;
  readonly interfaceObjects: InterfaceObjects;
  /** Plans an operation of a valid document: to be kept. Throws a GraphQL error when no plan exists. */
  plan(document: DocumentNode, operationName: string | undefined): PlannedOperation;
}

const FORMES_PAR_OPERATION = 16;

/** Apollo's planner over a supergraph. Throws when it cannot be loaded. */
export function createPlanner(supergraphSdl: string): Planner {
  const supergraph = ComposedSupergraph.build(supergraphSdl, { validateSupergraph: true });
  const composedApi = supergraph.apiSchema();
  const apiSchema = composedApi.toGraphQLJSSchema();
  const planner = new QueryPlanner(supergraph);
  castProvidedObjects(planner);
  const matchInApi = createTypeMatch(apiSchema);
  const fullSchema = supergraph.schema.toGraphQLJSSchema();
  const match = createTypeMatch(fullSchema);
  return {
    apiSchema,
    match,
    interfaceObjects: createInterfaceObjects(fullSchema, interfaceObjectsOf(supergraph), match),
    plan: (document, operationName) => {
      const selected = operationFromDocument(
        composedApi,
        withoutIntrospection(document),
        operationName ? { operationName } : {},
      );
      const { node } = planner.buildQueryPlan(selected);
      if (node?.kind === "Subscription") throw new Error("The gateway runs no subscription");
      const described = describe(document, operationName, apiSchema, matchInApi);
      const askedAsIs = subgraphAskedAsIs(node, described.operation, { api: apiSchema, full: fullSchema });
      return { ...described, plan: node, askedAsIs };
    },
  };
}

/**
 * No subgraph answers about the schema: the planner is not asked, since it does not know all that graphql-js lets a client ask
 * (`isOneOf`). A `__typename` stands in, which asks nothing of anybody.
 */
const withoutIntrospection = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field: ({ name }) => (INTROSPECTION.has(name.value) ? TYPENAME : undefined),
    FragmentDefinition: ({ typeCondition }) => (typeCondition.name.value.startsWith("__") ? null : undefined),
  });

const INTROSPECTION: ReadonlySet<string> = new Set(["__schema", "__type"]);
const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** By subgraph, the interfaces that it only knows as objects. */
const interfaceObjectsOf = (supergraph: ComposedSupergraph): ReadonlyMap<string, readonly string[]> =>
  new Map(
    supergraph
      .subgraphs()
      .values()
      .map((subgraph) => [
        subgraph.name,
        subgraph.schema
          .objectTypes()
          .filter((type) => subgraph.metadata().isInterfaceObjectType(type))
          .map(({ name }) => name),
      ]),
  );

function describe(
  document: DocumentNode,
  operationName: string | undefined,
  schema: GraphQLSchema,
  match: TypeMatch,
): Pick<PlannedOperation, "operation" | "shape"> {
  const operation = getOperationAST(document, operationName);
  if (operation === null || operation === undefined) throw new Error("No such operation");
  const fragments = new Map(document.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
  const decisive = conditionVariables(document);
  const shapes = new LRUCache<string, Shape>({ max: FORMES_PAR_OPERATION });
  return {
    operation,
    shape: (variables) => {
      const key = decisive.map((name) => String(variables[name])).join();
      const known = shapes.get(key) ?? compileShape({ schema, match, operation, fragments, variables });
      if (!shapes.has(key)) shapes.set(key, known);
      return known;
    },
  };
}

const isFragment = (definition: { kind: Kind }): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;

/** The variables that decide which fields are asked. */
function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== "skip" && name.value !== "include") return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

import { type FieldNode, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from "graphql";
import { LRUCache } from "lru-cache";
import type { Supergraph } from "../supergraph.ts";

/** What an operation of a query plan asks for, as far as standing in for its answer goes. */
interface FetchShape {
  readonly kind: "entities" | "root";
  /** The first field asked: where the error of a failed fetch is shown. */
  readonly firstField: string;
  /** Entity fetch: the fields that later fetches may need, all null. Root fetch: none. */
  readonly nulls: Readonly<Record<string, null>>;
}

/** Data that stands for what a subgraph did not give, so that the rest of the query plan still runs. */
export interface PartialAnswers {
  /** The whole answer of a fetch that failed, and the path of its error when it has one. */
  failed(query: string, variables: Variables): { data: Data | null; path?: readonly (string | number)[] };
  /** The answer with its absent entities filled in; null when it is not an answer to this fetch at all. */
  completed(query: string, variables: Variables, data: Data | null): Data | null;
}

/** Stands in for nothing: what a subgraph did not give stays unknown, as in Apollo's own gateway. */
export const answersAsGiven: PartialAnswers = {
  failed: () => ({ data: null }),
  completed: (_query, _variables, data) => data,
};

type Data = Record<string, unknown>;
type Variables = Readonly<Record<string, unknown>> | undefined;

const FORMES_EN_MEMOIRE = 1000;
const ENTITIES = "_entities";

/**
 * Apollo's executor gives up a fetch when a field that its `@requires` names is undefined, and runs it when it is null:
 * those fields, and only those, are answered null for an entity that failed or does not exist.
 * Key fields stay undefined: a subgraph must never be asked about an entity without its key. So do the fields that are
 * never null, and every field of a root: another subgraph may have answered the same one.
 */
export function createPartialAnswers(supergraph: Supergraph): PartialAnswers {
  const shapes = new LRUCache<string, FetchShape>({ max: FORMES_EN_MEMOIRE });
  const shapeOf = (query: string): FetchShape => {
    const known = shapes.get(query) ?? readShape(query, supergraph);
    shapes.set(query, known);
    return known;
  };
  return {
    failed: (query, variables) => {
      const { kind, firstField, nulls } = shapeOf(query);
      if (kind === "root") return { data: null, path: [firstField] };
      const entities = representationsOf(variables).map(() => ({ ...nulls }));
      return { data: { [ENTITIES]: entities }, path: [ENTITIES, 0, firstField] };
    },
    completed: (query, variables, data) => {
      if (data === null) return null;
      const representations = representationsOf(variables);
      if (representations.length === 0) return data;
      const entities = data[ENTITIES];
      if (!Array.isArray(entities) || entities.length !== representations.length) return null;
      if (entities.every(isPresent)) return data;
      const { nulls } = shapeOf(query);
      return { ...data, [ENTITIES]: entities.map((entity) => (isPresent(entity) ? entity : { ...nulls })) };
    },
  };
}

const isPresent = (value: unknown): boolean => value !== null && value !== undefined;

function representationsOf(variables: Variables): readonly unknown[] {
  const representations = variables?.representations;
  return Array.isArray(representations) ? representations : [];
}

function readShape(query: string, supergraph: Supergraph): FetchShape {
  const operation = parse(query, { noLocation: true }).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error("A query plan holds a fetch without operation");
  const entities = operation.selectionSet.selections.find(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === ENTITIES,
  );
  if (entities?.kind === Kind.FIELD && entities.selectionSet !== undefined) {
    const fields = [...fieldsOf(entities.selectionSet, null)];
    const needed = fields.filter(({ field: { name }, type }) => isNeededLater(supergraph, name.value, type));
    return shape("entities", fields, needed);
  }
  return shape("root", [...fieldsOf(operation.selectionSet, null)], []);
}

interface FieldOfType {
  readonly field: FieldNode;
  readonly type: string | null;
}

function shape(kind: FetchShape["kind"], fields: readonly FieldOfType[], nulls: readonly FieldOfType[]): FetchShape {
  const shown = fields.find(({ field }) => field.name.value !== "__typename") ?? fields[0];
  if (shown === undefined) throw new Error("A query plan holds a fetch without field");
  return {
    kind,
    firstField: responseName(shown.field),
    nulls: Object.fromEntries(nulls.map(({ field }) => [responseName(field), null])),
  };
}

/** The fields selected on an object, with the type condition under which they are. The planner writes no named fragment. */
function* fieldsOf({ selections }: SelectionSetNode, type: string | null): Generator<FieldOfType> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield { field: selection, type };
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      yield* fieldsOf(selection.selectionSet, selection.typeCondition?.name.value ?? type);
    }
  }
}

const isNeededLater = (supergraph: Supergraph, name: string, type: string | null): boolean =>
  supergraph.requiredFields.has(name) &&
  !(type !== null && (supergraph.keyFields.get(type)?.has(name) || supergraph.nonNullFields.get(type)?.has(name)));

const responseName = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { at, type Complete, completeAs, FAULTY, INVALID, note, type Shaping } from "./completion.ts";
import { type Entry, readOwn, writeOwn } from "./own-property.ts";
import type { TypeMatch } from "./types-of.ts";

/** An operation that the client sent, with what its shape depends on. */
export interface ClientOperation {
  readonly schema: GraphQLSchema;
  readonly match: TypeMatch;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced variables: only those of `@skip` and `@include` may change the shape. */
  readonly variables: Readonly<Entry>;
}

/** Gives the fetched data the shape of the client's operation; null when a null goes up to the top. */
export type Shape = (data: Entry, shaping: Shaping) => Entry | null;

/** One field of the answer, for objects of one type. */
interface ShapedField {
  readonly responseName: string;
  /** Writes the field, and tells whether the object can stand. */
  readonly write: (input: Entry, output: Entry, shaping: Shaping) => boolean;
}

/** Compiles the shape of the answers to an operation; types met are compiled once each. */
export function compileShape(client: ClientOperation): Shape {
  const root = client.schema.getRootType(client.operation.operation);
  if (root === null || root === undefined) throw new Error("The schema has no such root type");
  const complete = completeObject(client, [client.operation.selectionSet], root.name, root.name);
  return (data, shaping) => {
    const shaped = complete(data, shaping);
    return typeof shaped === "symbol" ? null : (shaped as Entry);
  };
}

function completeObject(
  client: ClientOperation,
  sets: readonly SelectionSetNode[],
  declared: string,
  place: string,
): Complete {
  const byType = new Map<string, readonly ShapedField[]>();
  const fieldsOf = (typeName: string) => {
    const known = byType.get(typeName);
    if (known !== undefined) return known;
    if (!isCompositeType(client.schema.getType(typeName))) return null;
    const compiled = compileFields(client, sets, typeName);
    byType.set(typeName, compiled);
    return compiled;
  };
  return (value, shaping) => {
    const input = value as Entry;
    const typeName = typeof input.__typename === "string" ? input.__typename : declared;
    const fields = fieldsOf(typeName);
    if (fields === null) {
      note(shaping, `Invalid __typename found for object at ${at(shaping, place)}.`);
      return FAULTY;
    }
    const output: Entry = {};
    for (const { write } of fields) {
      if (!write(input, output, shaping)) return INVALID;
    }
    return output;
  };
}

function compileFields(
  client: ClientOperation,
  sets: readonly SelectionSetNode[],
  typeName: string,
): readonly ShapedField[] {
  const collected = new Map<string, FieldNode[]>();
  for (const set of sets) collect(client, set, typeName, collected);
  return [...collected].map(([responseName, nodes]) => compileField(client, typeName, responseName, nodes));
}

function collect(
  client: ClientOperation,
  set: SelectionSetNode,
  typeName: string,
  into: Map<string, FieldNode[]>,
): void {
  for (const selection of set.selections) {
    if (isLeftOut(selection, client.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      into.set(name, [...(into.get(name) ?? []), selection]);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? client.fragments.get(selection.name.value) : selection;
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || client.match(typeName, condition)) {
      collect(client, fragment.selectionSet, typeName, into);
    }
  }
}

type Conditional = Parameters<typeof getDirectiveValues>[1];

const isLeftOut = (node: Conditional, variables: Readonly<Entry>): boolean =>
  (node.directives?.length ?? 0) > 0 &&
  (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false);

function compileField(
  client: ClientOperation,
  typeName: string,
  responseName: string,
  nodes: readonly FieldNode[],
): ShapedField {
  const name = nodes[0]?.name.value ?? "";
  if (name === "__typename") return { responseName, write: writeTypeName(client.schema, typeName, responseName) };
  if (name === "__schema" || name === "__type") {
    return { responseName, write: writeIntrospection(client, responseName, nodes) };
  }
  const field = fieldOf(client.schema, typeName, name);
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
  const inside = (declared: string, place: string) => completeObject(client, sets, declared, place);
  const complete = completeAs(field.type, `field ${typeName}.${responseName}`, inside);
  return {
    responseName,
    write: (input, output, shaping) => {
      shaping.path.push(responseName);
      const value = complete(readOwn(input, responseName) ?? null, shaping);
      shaping.path.pop();
      writeOwn(output, responseName, typeof value === "symbol" ? null : value);
      return value !== INVALID;
    },
  };
}

function fieldOf(schema: GraphQLSchema, typeName: string, name: string): GraphQLField<unknown, unknown> {
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (field === undefined) throw new Error(`No field ${typeName}.${name} in the API schema`);
  return field;
}

/** The type's name as clients know it: an object of a type that they do not know, or of an interface, cannot be shown. */
const writeTypeName =
  (schema: GraphQLSchema, typeName: string, responseName: string): ShapedField["write"] =>
  (input, output) => {
    const told = readOwn(input, responseName) ?? input.__typename;
    const type = (typeof told === "string" ? schema.getType(told) : undefined) ?? schema.getType(typeName);
    if (!isObjectType(type)) return false;
    writeOwn(output, responseName, type.name);
    return true;
  };

/** `__schema` and `__type` are read in the API schema; no subgraph is asked. */
function writeIntrospection(
  { schema, operation, fragments }: ClientOperation,
  responseName: string,
  nodes: readonly FieldNode[],
): ShapedField["write"] {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: [...nodes] } },
      ...fragments.values(),
    ],
  };
  return (_input, output, shaping) => {
    const { data, errors } = executeSync({ schema, document, variableValues: shaping.variables });
    if (errors !== undefined) throw errors[0];
    writeOwn(output, responseName, data?.[responseName]);
    return true;
  };
}

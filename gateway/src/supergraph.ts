import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type SelectionSetNode,
} from "graphql";

/** What the gateway reads in a composed supergraph, beside what Apollo's planner does with it. */
export interface Supergraph {
  readonly sdl: string;
  /** The subgraphs, with the address that composition was given. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** Every field name that some `@requires` asks for, at any depth. */
  readonly requiredFields: ReadonlySet<string>;
  /** By type, the fields that take part in one of its keys. */
  readonly keyFields: ReadonlyMap<string, ReadonlySet<string>>;
  /** By type, the fields that are never null. */
  readonly nonNullFields: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a supergraph SDL (join spec, any version). Throws a GraphQL syntax error when it is not GraphQL. */
export function readSupergraph(sdl: string): Supergraph {
  const { definitions } = parse(sdl, { noLocation: true });
  return {
    sdl,
    subgraphs: definitions.flatMap(subgraphsOf),
    requiredFields: new Set(definitions.flatMap(requiredFieldsOf)),
    keyFields: new Map(definitions.flatMap(keyFieldsOf)),
    nonNullFields: new Map(definitions.flatMap(nonNullFieldsOf)),
  };
}

function subgraphsOf(definition: DefinitionNode): { name: string; url: string }[] {
  if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== "join__Graph") return [];
  return (definition.values ?? []).flatMap(({ directives = [] }) =>
    argumentsOf(directives, "join__graph", "name").map((name) => ({
      name,
      url: argumentsOf(directives, "join__graph", "url")[0] ?? "",
    })),
  );
}

const hasFields = (definition: DefinitionNode): definition is ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;

function requiredFieldsOf(definition: DefinitionNode): string[] {
  if (!hasFields(definition)) return [];
  return (definition.fields ?? [])
    .flatMap(({ directives = [] }) => argumentsOf(directives, "join__field", "requires"))
    .flatMap((fields) => fieldNames(parseFields(fields), { nested: true }));
}

function nonNullFieldsOf(definition: DefinitionNode): [string, ReadonlySet<string>][] {
  if (!hasFields(definition)) return [];
  const never = (definition.fields ?? []).filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
  return [[definition.name.value, new Set(never.map(({ name }) => name.value))]];
}

function keyFieldsOf(definition: DefinitionNode): [string, ReadonlySet<string>][] {
  if (!hasFields(definition)) return [];
  const keys = argumentsOf(definition.directives ?? [], "join__type", "key");
  return [[definition.name.value, new Set(keys.flatMap((key) => fieldNames(parseFields(key), { nested: false })))]];
}

function argumentsOf(directives: readonly ConstDirectiveNode[], directive: string, argument: string): string[] {
  return directives
    .filter(({ name }) => name.value === directive)
    .flatMap((applied) => applied.arguments ?? [])
    .flatMap(({ name, value }) => (name.value === argument && value.kind === Kind.STRING ? [value.value] : []));
}

function parseFields(fields: string): SelectionSetNode {
  const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Unreadable field set: ${fields}`);
  return operation.selectionSet;
}

function fieldNames({ selections }: SelectionSetNode, options: { nested: boolean }): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldNames(selection.selectionSet, options);
    const deeper = options.nested && selection.selectionSet ? fieldNames(selection.selectionSet, options) : [];
    return [selection.name.value, ...deeper];
  });
}

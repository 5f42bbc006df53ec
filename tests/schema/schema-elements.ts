import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type StringValueNode,
  type TypeDefinitionNode,
} from "graphql";

export type ElementKind = "TYPE" | "FIELD" | "ARGUMENT" | "INPUT_FIELD" | "ENUM_VALUE";

/** A named part of a schema, by its coordinate (`Type.field(argument:)`). */
export interface SchemaElement {
  readonly kind: ElementKind;
  readonly coordinate: string;
  readonly name: string;
  /** Empty when the schema says nothing. */
  readonly description: string;
}

interface Described {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Every type, field, argument, input field and enum value of a document, in its order. */
export function elementsOf({ definitions }: DocumentNode): readonly SchemaElement[] {
  const types = definitions.filter(isOwnType);
  const elements = types.flatMap((type) => [element("TYPE", type, type.name.value), ...membersOf(type)]);
  const descriptions = new Map(elements.map(({ coordinate, description }) => [coordinate, description]));
  const interfaces = new Map(types.map((type) => [type.name.value, interfacesOf(type)]));
  // Composition drops the words of a field that a type only borrows: those of the interface still say what it is.
  return elements.map((borrowed) => {
    if (borrowed.description !== "") return borrowed;
    const [type = "", ...member] = borrowed.coordinate.split(".");
    const inherited = (interfaces.get(type) ?? []).map((name) => descriptions.get([name, ...member].join(".")) ?? "");
    return { ...borrowed, description: inherited.find((description) => description !== "") ?? "" };
  });
}

/** The fields of the object and interface types of a document, with their type. */
export const fieldsOf = ({ definitions }: DocumentNode): readonly { type: string; field: FieldDefinitionNode }[] =>
  definitions
    .filter(isOwnType)
    .flatMap((node) => outputFieldsOf(node).map((field) => ({ type: node.name.value, field })));

/** The directive of this name, when the node carries it. */
export const directiveOf = (
  { directives = [] }: Pick<Described, "directives">,
  name: string,
): ConstDirectiveNode | undefined => directives.find((directive) => directive.name.value === name);

/** A type of the house: neither a directive nor what federation adds. */
const isOwnType = (node: DefinitionNode): node is TypeDefinitionNode =>
  isTypeDefinitionNode(node) && !/^(_|federation__|link__|join__)/.test(node.name.value);

function membersOf(type: TypeDefinitionNode): readonly SchemaElement[] {
  const name = type.name.value;
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return outputFieldsOf(type).flatMap((field) => fieldElements(name, field));
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (type.fields ?? []).map((field) => element("INPUT_FIELD", field, `${name}.${field.name.value}`));
    case Kind.ENUM_TYPE_DEFINITION:
      return (type.values ?? []).map((value) => element("ENUM_VALUE", value, `${name}.${value.name.value}`));
    default:
      return [];
  }
}

function fieldElements(type: string, field: FieldDefinitionNode): readonly SchemaElement[] {
  const coordinate = `${type}.${field.name.value}`;
  const args = (field.arguments ?? []).map((argument) =>
    element("ARGUMENT", argument, `${coordinate}(${argument.name.value}:)`),
  );
  return [element("FIELD", field, coordinate), ...args];
}

const interfacesOf = (type: TypeDefinitionNode): readonly string[] =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION
    ? (type.interfaces ?? []).map(({ name }) => name.value)
    : [];

const outputFieldsOf = (type: TypeDefinitionNode): readonly FieldDefinitionNode[] =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION ? (type.fields ?? []) : [];

const element = (kind: ElementKind, node: Described, coordinate: string): SchemaElement => ({
  kind,
  coordinate,
  name: node.name.value,
  description: node.description?.value.trim() ?? "",
});

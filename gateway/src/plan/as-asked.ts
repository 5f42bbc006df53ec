import type { PlanNode } from "@apollo/query-planner";
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from "graphql";

/** The API schema, and the schema with what it hides. */
interface Schemas {
  readonly api: GraphQLSchema;
  readonly full: GraphQLSchema;
}

/**
 * The subgraph whose answer is the client's, field for field: the plan is one fetch that asks what the client asks, of object types
 * alone, and no value may have to be hidden. Null for any other plan.
 */
export function subgraphAskedAsIs(
  plan: PlanNode | undefined,
  { operation, selectionSet }: OperationDefinitionNode,
  schemas: Schemas,
): string | null {
  if (plan?.kind !== "Fetch" || plan.requires !== undefined) return null;
  if ((plan.inputRewrites?.length ?? 0) > 0 || (plan.outputRewrites?.length ?? 0) > 0) return null;
  const root = schemas.api.getRootType(operation);
  const [fetched] = parse(plan.operation, { noLocation: true }).definitions;
  if (root === undefined || root === null || fetched?.kind !== Kind.OPERATION_DEFINITION) return null;
  return isSame(selectionSet, fetched.selectionSet, root, schemas) ? plan.serviceName : null;
}

function isSame(asked: SelectionSetNode, fetched: SelectionSetNode, type: GraphQLNamedType, schemas: Schemas): boolean {
  if (!isObjectType(type) || asked.selections.length !== fetched.selections.length) return false;
  return asked.selections.every((field, rank) => {
    const other = fetched.selections[rank];
    if (!isPlain(field) || !isPlain(other) || nameIn(field) !== nameIn(other)) return false;
    const definition = type.getFields()[field.name.value];
    if (definition === undefined || field.name.value !== other.name.value) return false;
    const inside = getNamedType(definition.type);
    if (field.selectionSet === undefined) return hidesNothing(inside, schemas);
    return other.selectionSet !== undefined && isSame(field.selectionSet, other.selectionSet, inside, schemas);
  });
}

/** A field of its type: no condition, no fragment, no `__typename`. */
const isPlain = (selection: SelectionSetNode["selections"][number] | undefined): selection is FieldNode =>
  selection?.kind === Kind.FIELD && (selection.directives?.length ?? 0) === 0 && !selection.name.value.startsWith("__");

const nameIn = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

function hidesNothing(type: GraphQLNamedType, { full }: Schemas): boolean {
  if (!isEnumType(type)) return true;
  const whole = full.getType(type.name);
  return isEnumType(whole) && whole.getValues().length === type.getValues().length;
}

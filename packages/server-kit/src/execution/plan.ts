import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";
import { Kind } from "graphql";
import { LRUCache } from "lru-cache";
import { type Choix, variablesDesConditions } from "./champs.ts";
import type { Question } from "./contexte.ts";
import { type ObjetPrevu, prevoirUnObjet } from "./objet.ts";

/** A query whose fields are collected once, and executed many times. */
export interface Plan extends Question {
  /** The root fields under these coerced variables. Throws a GraphQL error when a condition has no boolean value. */
  racine(variables: Choix["variables"]): ObjetPrevu;
}

const FORMES_PAR_PLAN = 16;

/**
 * Prepares a valid document's query. Null for what graphql-js executes itself: a mutation, whose fields run one after the other,
 * a question about the schema, an operation that the document does not name.
 */
export function prevoir(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): Plan | null {
  const operation = operationVoulue(document, operationName);
  const type = schema.getQueryType();
  if (operation?.operation !== "query" || type === undefined || type === null) return null;
  const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  if (interrogeLeSchema(operation.selectionSet, fragments)) return null;
  const conditions = variablesDesConditions(document);
  const formes = new LRUCache<string, ObjetPrevu>({ max: FORMES_PAR_PLAN });
  const racine: Plan["racine"] = (variables) => {
    const cle = conditions.length === 0 ? "" : JSON.stringify(conditions.map((nom) => variables[nom] ?? null));
    const connue = formes.get(cle);
    if (connue !== undefined) return connue;
    const nouvelle = prevoirUnObjet({ schema, fragments, variables }, type, [operation.selectionSet]);
    formes.set(cle, nouvelle);
    return nouvelle;
  };
  return { schema, operation, fragments, racine };
}

function operationVoulue(
  { definitions }: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode | undefined {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operationName === undefined) return operations.length === 1 ? operations[0] : undefined;
  return operations.find(({ name }) => name?.value === operationName);
}

const interrogeLeSchema = (set: SelectionSetNode, fragments: Question["fragments"]): boolean =>
  set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === "__schema" || selection.name.value === "__type";
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fragment !== undefined && interrogeLeSchema(fragment.selectionSet, fragments);
  });

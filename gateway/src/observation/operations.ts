import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { elementsDeprecies } from "./depreciees.ts";
import { createNoms } from "./noms.ts";
import type { OperationSuivie } from "./suivi.ts";

const OPERATIONS_NOMMEES = 300;
const ANONYME = "anonyme";

/** What is followed of the operations of the public schema: to be kept with each. */
export function createSuiviDesOperations(schemaPublic: GraphQLSchema) {
  const noms = createNoms(OPERATIONS_NOMMEES, [ANONYME]);
  return (document: DocumentNode, { name }: OperationDefinitionNode): OperationSuivie => ({
    nom: noms(name?.value ?? ANONYME),
    depreciees: elementsDeprecies(document, schemaPublic),
  });
}

import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from "graphql";
import type { CoutDOperation } from "../cout/operation.ts";
import type { OperationSuivie } from "../observation/suivi.ts";
import type { PlannedOperation } from "../plan/planner.ts";

/** An operation that a client may ask again and again: each thing is worked out the first time that it is needed. */
export interface OperationPreparee {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly cout: () => CoutDOperation;
  /** Throws a GraphQL error when no plan exists. */
  readonly plan: () => PlannedOperation;
  readonly suivie: () => OperationSuivie;
}

/** What an operation is prepared with. */
export interface Atelier {
  chiffrer(document: DocumentNode, operation: OperationDefinitionNode): CoutDOperation;
  planifier(document: DocumentNode, operationName: string | undefined): PlannedOperation;
  suivre(document: DocumentNode, operation: OperationDefinitionNode): OperationSuivie;
}

/** The operations of a document: undefined for a name that designates none, or no name where one is needed. */
export type Operations = (nom: string | undefined) => OperationPreparee | undefined;

export const createOperations =
  (atelier: Atelier) =>
  (document: DocumentNode): Operations => {
    const preparees = new Map<string | undefined, OperationPreparee>();
    return (nom) => {
      const connue = preparees.get(nom);
      if (connue !== undefined) return connue;
      const operation = getOperationAST(document, nom);
      if (operation === undefined || operation === null) return undefined;
      const preparee = {
        document,
        operation,
        cout: uneFois(() => atelier.chiffrer(document, operation)),
        plan: uneFois(() => atelier.planifier(document, nom)),
        suivie: uneFois(() => atelier.suivre(document, operation)),
      };
      preparees.set(nom, preparee);
      return preparee;
    };
  };

function uneFois<Valeur extends object>(calculer: () => Valeur): () => Valeur {
  let valeur: Valeur | undefined;
  return () => {
    valeur ??= calculer();
    return valeur;
  };
}

import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
} from "graphql";
import { LRUCache } from "lru-cache";
import { Fautes } from "./fautes.ts";
import { type Plan, prevoir } from "./plan.ts";

/** A document that the schema validates, ready to be executed. */
export type Executer = (demande: {
  readonly operationName: string | undefined;
  /** As the caller gave them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly contextValue: unknown;
}) => Promise<ExecutionResult> | ExecutionResult;

const OPERATIONS_PAR_DOCUMENT = 16;

/**
 * Executes the operations of a valid document as graphql-js does, what does not change from one call to the next being decided once:
 * which fields, how each is completed. Never rejects for what a resolver did.
 */
export function createExecution(schema: GraphQLSchema, document: DocumentNode): Executer {
  const plans = new LRUCache<string, { readonly plan: Plan | null }>({ max: OPERATIONS_PAR_DOCUMENT });
  const planDe = (operationName: string | undefined) => {
    const connu = plans.get(operationName ?? "");
    if (connu !== undefined) return connu.plan;
    const plan = prevoir(schema, document, operationName);
    plans.set(operationName ?? "", { plan });
    return plan;
  };
  return ({ operationName, variables, contextValue }) => {
    const plan = planDe(operationName);
    if (plan !== null) return executerLePlan(plan, variables, contextValue);
    return execute({ schema, document, variableValues: variables, operationName: operationName ?? null, contextValue });
  };
}

const FAUTES_DE_VARIABLES = { maxErrors: 50 };

async function executerLePlan(
  plan: Plan,
  donnees: Readonly<Record<string, unknown>>,
  contextValue: unknown,
): Promise<ExecutionResult> {
  const { variableDefinitions = [] } = plan.operation;
  const { coerced: variables, errors: refus } = getVariableValues(
    plan.schema,
    variableDefinitions,
    donnees,
    FAUTES_DE_VARIABLES,
  );
  if (refus !== undefined) return { errors: refus };
  const fautes = new Fautes();
  let data: unknown = null;
  try {
    data = await plan.racine(variables)({ question: plan, contextValue, variables, fautes }, undefined, undefined);
  } catch (raison) {
    fautes.ajouter(raison instanceof GraphQLError ? raison : new GraphQLError(String(raison)), undefined);
  }
  const { errors } = fautes;
  return (errors.length === 0 ? { data } : { errors, data }) as ExecutionResult;
}

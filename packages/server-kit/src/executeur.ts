import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  parse,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { AppelInterne } from "./acteur.ts";
import { presenter } from "./presentation.ts";
import type { Subgraph } from "./subgraph.ts";
import { createTracesFederees } from "./trace-federee.ts";

/** One operation for a subgraph, the same by either transport. */
export interface SubgraphOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  /** True to be told how long each field took, in `extensions.ftv1`. */
  readonly traceFederee?: boolean;
}

/** A subgraph that can be called by who vouches for `appel`: this process itself, or `serveSubgraph` for who proved it. */
export interface SubgraphExecutor {
  readonly name: string;
  /** Answers, errors included; never rejects for what the operation is. */
  repondre(operation: SubgraphOperation, appel: AppelInterne): Promise<FormattedExecutionResult>;
  /** Rejects while the service cannot answer. */
  verifierPret(): Promise<void>;
}

const DOCUMENTS_EN_MEMOIRE = 500;

/** Executes a subgraph: parsed operations cached, errors mapped to the catalogue. */
export function createExecutor<Contexte extends object>(
  subgraph: Subgraph<Contexte>,
  { logger }: { logger: Logger },
): SubgraphExecutor {
  const traces = createTracesFederees(subgraph.schema);
  const documents = new LRUCache<string, DocumentNode>({ max: DOCUMENTS_EN_MEMOIRE });
  const repondre: SubgraphExecutor["repondre"] = async (operation, appel) => {
    const { query, variables, operationName } = operation;
    const lu = documents.get(query) ?? lire(query);
    if (lu instanceof GraphQLError) return { errors: [presenter(lu, { logger, requestId: appel.requestId })] };
    const moyens = { document: lu, logger, requestId: appel.requestId };
    if (!documents.has(query)) {
      const fautes = validate(subgraph.schema, lu);
      if (fautes.length > 0) return { errors: fautes.map((error) => presenter(error, moyens)) };
      documents.set(query, lu);
    }
    const contextValue = subgraph.createContexte(appel);
    const trace = operation.traceFederee === true ? traces.ouvrir(contextValue) : null;
    const result = (await execute({
      schema: trace?.schema ?? subgraph.schema,
      document: lu,
      variableValues: variables ?? {},
      operationName: operationName ?? null,
      contextValue,
    })) as ExecutionResult;
    const extensions = trace === null ? null : { extensions: { ftv1: trace.encoder() } };
    if (result.errors === undefined)
      return (extensions === null ? result : { ...result, ...extensions }) as FormattedExecutionResult;
    return {
      ...extensions,
      data: result.data ?? null,
      errors: result.errors.map((error) => presenter(error, moyens)),
    };
  };
  return {
    name: subgraph.name,
    verifierPret: subgraph.verifierPret,
    repondre,
  };
}

function lire(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

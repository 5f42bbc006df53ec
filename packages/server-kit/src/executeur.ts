import { type DocumentNode, execute, type FormattedExecutionResult, GraphQLError, parse, validate } from "graphql";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { AppelInterne } from "./acteur.ts";
import { createExecution, type Executer } from "./execution/executer.ts";
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
  const documents = new LRUCache<string, DocumentLu>({ max: DOCUMENTS_EN_MEMOIRE });
  const preparer = (query: string): DocumentLu | DocumentRefuse => {
    const document = lire(query);
    if (document instanceof GraphQLError) return { refus: [document] };
    const refus = validate(subgraph.schema, document);
    if (refus.length > 0) return { document, refus };
    const lu = { document, executer: createExecution(subgraph.schema, document) };
    documents.set(query, lu);
    return lu;
  };
  const repondre: SubgraphExecutor["repondre"] = async (operation, appel) => {
    const { query, variables, operationName } = operation;
    const connu = documents.get(query) ?? preparer(query);
    if ("refus" in connu) {
      const { refus, document } = connu;
      return { errors: refus.map((error) => presenter(error, { document, logger, requestId: appel.requestId })) };
    }
    const { document, executer } = connu;
    const moyens = { document, logger, requestId: appel.requestId };
    const contextValue = subgraph.createContexte(appel);
    const trace = operation.traceFederee === true ? traces.ouvrir(contextValue) : null;
    const result =
      trace === null
        ? await executer({ operationName, variables: variables ?? {}, contextValue })
        : await execute({
            schema: trace.schema,
            document,
            variableValues: variables ?? {},
            operationName: operationName ?? null,
            contextValue,
          });
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

interface DocumentLu {
  readonly document: DocumentNode;
  readonly executer: Executer;
}

interface DocumentRefuse {
  readonly document?: DocumentNode;
  readonly refus: readonly GraphQLError[];
}

function lire(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

import { randomUUID } from "node:crypto";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { SceauInterne } from "./acteur.ts";
import { CATALOGUE_DES_ERREURS, erreurInterne, estCodeConnu } from "./erreurs.ts";
import type { Subgraph } from "./subgraph.ts";

/** One operation for a subgraph, the same by either transport; `jeton` is the gateway's signed actor. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly jeton: string | undefined;
}

/** A subgraph that can be called: the in-process transport calls it, the HTTP server of `serveSubgraph` too. */
export interface SubgraphExecutor {
  readonly name: string;
  /** Answers; throws UNAUTHENTICATED (and nothing else) when the call does not come from the gateway. */
  execute(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  /** Rejects while the service cannot answer. */
  verifierPret(): Promise<void>;
}

const DOCUMENTS_EN_MEMOIRE = 500;

/** Guards and executes a subgraph: one actor check, parsed operations cached, errors mapped to the catalogue. */
export function createExecutor<Contexte extends object>(
  subgraph: Subgraph<Contexte>,
  { sceau, logger }: { sceau: SceauInterne; logger: Logger },
): SubgraphExecutor {
  const documents = new LRUCache<string, DocumentNode>({ max: DOCUMENTS_EN_MEMOIRE });
  return {
    name: subgraph.name,
    verifierPret: subgraph.verifierPret,
    execute: async ({ query, variables, operationName, jeton }) => {
      const appel = await sceau.verifier("coordination-subgraph", jeton);
      const document = documents.get(query) ?? lire(subgraph.schema, query);
      if (!("kind" in document)) return { errors: document.map((error) => presenter(error, logger, appel.requestId)) };
      documents.set(query, document);
      const result = (await execute({
        schema: subgraph.schema,
        document,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        contextValue: subgraph.createContexte(appel),
      })) as ExecutionResult;
      if (result.errors === undefined) return result as FormattedExecutionResult;
      return {
        data: result.data ?? null,
        errors: result.errors.map((error) => presenter(error, logger, appel.requestId)),
      };
    },
  };
}

function lire(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length === 0 ? document : errors;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** Known errors pass; GraphQL's own are the client's; anything else is a defect, logged in full and shown as a reference. */
function presenter(error: GraphQLError, logger: Logger, requestId: string): GraphQLFormattedError {
  const path = error.path === undefined ? {} : { path: error.path };
  if (estCodeConnu(error.extensions.code)) return { message: error.message, ...path, extensions: error.extensions };
  // Without a path, nothing was executed yet: the document or a variable is wrong.
  if (error.path === undefined) {
    return { message: error.message, extensions: { code: "BAD_USER_INPUT" } };
  }
  if (error.originalError?.name === "DatabaseUnavailable") {
    logger.error({ requestId, err: error.originalError }, "base de données indisponible");
    return {
      message: CATALOGUE_DES_ERREURS.SUBGRAPH_UNAVAILABLE.message,
      ...path,
      extensions: { code: "SUBGRAPH_UNAVAILABLE" },
    };
  }
  const reference = randomUUID();
  logger.error(
    { requestId, reference, err: error.originalError ?? error, path: error.path?.join(".") },
    "erreur interne",
  );
  const shown = erreurInterne(reference);
  return { message: shown.message, ...path, extensions: shown.extensions };
}

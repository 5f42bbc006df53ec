import { type DocumentNode, type FormattedExecutionResult, GraphQLError, parse, validate } from "graphql";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { AppelInterne, SceauInterne } from "./acteur.ts";
import { createExecution, type Execution } from "./compilation.ts";
import { presenter } from "./presentation.ts";
import type { Subgraph } from "./subgraph.ts";

/** One operation for a subgraph, the same by either transport. */
export interface SubgraphOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** An operation that came from outside of this process; `jeton` is the gateway's signed actor. */
export interface SubgraphRequest extends SubgraphOperation {
  readonly jeton: string | undefined;
}

/** A subgraph that can be called: by the gateway of this process (`repondre`), or from outside (`execute`). */
export interface SubgraphExecutor {
  readonly name: string;
  /** Answers; throws UNAUTHENTICATED (and nothing else) when the call does not come from the gateway. */
  execute(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  /** Answers a caller of this process, which vouches for `appel` by the call itself: nothing to sign nor to verify. */
  repondre(operation: SubgraphOperation, appel: AppelInterne): Promise<FormattedExecutionResult>;
  /** Rejects while the service cannot answer. */
  verifierPret(): Promise<void>;
}

const DOCUMENTS_EN_MEMOIRE = 500;

/** An operation read once: valid, and how to execute it. */
interface OperationLue {
  readonly document: DocumentNode;
  readonly executer: Execution;
}

/**
 * Guards and executes a subgraph: one actor check, operations read once, errors mapped to the catalogue.
 * `compileeApres` is how many times an operation is asked before it is compiled.
 */
export function createExecutor<Contexte extends object>(
  subgraph: Subgraph<Contexte>,
  { sceau, logger, compileeApres }: { sceau: SceauInterne; logger: Logger; compileeApres?: number },
): SubgraphExecutor {
  const lues = new LRUCache<string, OperationLue>({ max: DOCUMENTS_EN_MEMOIRE });
  const repondre: SubgraphExecutor["repondre"] = async ({ query, variables, operationName }, appel) => {
    const cle = operationName === undefined ? query : `${operationName} ${query}`;
    let lue = lues.get(cle);
    if (lue === undefined) {
      const document = lire(query);
      const moyens = { logger, requestId: appel.requestId };
      if (document instanceof GraphQLError) return { errors: [presenter(document, moyens)] };
      const fautes = validate(subgraph.schema, document);
      if (fautes.length > 0) return { errors: fautes.map((error) => presenter(error, { ...moyens, document })) };
      const demande = { document, texte: query, operationName };
      lue = { document, executer: createExecution(subgraph.schema, demande, compileeApres) };
      lues.set(cle, lue);
    }
    const { data = null, errors } = await lue.executer(() => subgraph.createContexte(appel), variables ?? {});
    if (errors === undefined) return { data };
    const moyens = { document: lue.document, logger, requestId: appel.requestId };
    return { data, errors: errors.map((error) => presenter(error, moyens)) };
  };
  return {
    name: subgraph.name,
    verifierPret: subgraph.verifierPret,
    repondre,
    execute: async ({ jeton, ...operation }) =>
      repondre(operation, await sceau.verifier("coordination-subgraph", jeton)),
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

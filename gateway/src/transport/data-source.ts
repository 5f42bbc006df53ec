import { CATALOGUE_DES_ERREURS, type SubgraphOperation, sousGrapheIndisponible } from "@coordination/server-kit";
import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import type { ContexteDeRequete } from "../requete.ts";
import type { Supergraph } from "../supergraph.ts";
import type { PartialAnswers } from "./partial-answer.ts";
import { type SubgraphTransport, TransportFailure } from "./transport.ts";

interface Means {
  readonly transport: SubgraphTransport;
  readonly partial: PartialAnswers;
  readonly logger: Logger;
}

/** The data source of each subgraph of a supergraph, by its name. */
export const createSources = ({ subgraphs }: Supergraph, means: Means): ReadonlyMap<string, SubgraphDataSource> =>
  new Map(subgraphs.map(({ name }) => [name, new SubgraphDataSource(name, means)]));

/**
 * The gateway's view of one subgraph. Replaces Apollo's whole fetch: whatever goes wrong, the answer is partial data
 * and one error, never an exception, so that the rest of the query plan runs.
 */
export class SubgraphDataSource {
  readonly #subgraph: string;
  readonly #transport: SubgraphTransport;
  readonly #partial: PartialAnswers;
  readonly #logger: Logger;
  /** The client requests that waited for this subgraph in vain: they do not wait for it twice. */
  readonly #decus = new WeakSet<ContexteDeRequete>();

  constructor(subgraph: string, means: Means) {
    this.#subgraph = subgraph;
    this.#transport = means.transport;
    this.#partial = means.partial;
    this.#logger = means.logger;
  }

  /** Whether what comes without error has been completed by the schema of the subgraph, in this process. */
  get answersComplete(): boolean {
    return this.#transport.answersComplete === true;
  }

  /** Runs one fetch of a query plan. */
  async fetch(operation: SubgraphOperation, contexte: ContexteDeRequete): Promise<FormattedExecutionResult> {
    const { query, variables } = operation;
    try {
      return this.#read(query, variables, await this.#call(operation, contexte));
    } catch (error) {
      this.#report(error, contexte);
      const { data, path } = this.#partial.failed(query, variables);
      return { data, errors: [this.#explain(error, path)] };
    }
  }

  async #call(operation: SubgraphOperation, contexte: ContexteDeRequete): Promise<FormattedExecutionResult> {
    if (this.#decus.has(contexte)) throw new TransportFailure("déjà attendu en vain", { nature: "ecartee" });
    const restantMs = contexte.echeance - performance.now();
    if (restantMs <= 0) throw new TransportFailure("le temps de la demande est passé", { nature: "pressee" });
    return this.#transport.call(this.#subgraph, { ...operation, appel: contexte.appel, restantMs });
  }

  #report(error: unknown, contexte: ContexteDeRequete): void {
    const nature = error instanceof TransportFailure ? error.nature : "panne";
    if (nature === "tardive") this.#decus.add(contexte);
    if (nature === "ecartee") return;
    const { requestId } = contexte.appel;
    this.#logger.warn({ requestId, service: this.#subgraph, err: error }, "sous-graphe sans réponse");
  }

  #read(
    query: string,
    variables: SubgraphOperation["variables"],
    answer: FormattedExecutionResult,
  ): FormattedExecutionResult {
    const errors = Array.isArray(answer?.errors) && answer.errors.length > 0 ? answer.errors : null;
    const data = this.#partial.completed(query, variables, objectOrNull(answer?.data));
    if (data !== null) return errors === null ? { data } : { data, errors };
    if (errors === null) throw new TransportFailure("réponse qui n'en est pas une");
    return { data: this.#partial.failed(query, variables).data, errors };
  }

  #explain(error: unknown, path: readonly (string | number)[] | undefined): GraphQLFormattedError {
    const code = error instanceof TransportFailure ? error.code : "SUBGRAPH_UNAVAILABLE";
    const message =
      code === "SUBGRAPH_UNAVAILABLE"
        ? sousGrapheIndisponible(this.#subgraph).message
        : CATALOGUE_DES_ERREURS[code].message;
    return { message, ...(path === undefined ? {} : { path }), extensions: { code, service: this.#subgraph } };
  }
}

const objectOrNull = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

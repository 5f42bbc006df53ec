import type { AppelInterne, CodeErreur, SubgraphOperation } from "@coordination/server-kit";
import type { FormattedExecutionResult } from "graphql";

/** One operation of a query plan, for one subgraph, and for whom. */
export interface SubgraphCall extends SubgraphOperation {
  readonly appel: AppelInterne;
  /** Headers to send besides, when there are headers: the trace that the call belongs to. */
  readonly entetes?: Readonly<Record<string, string>>;
}

/** How the gateway reaches its subgraphs: the same by a function call or over HTTP. */
export interface SubgraphTransport {
  /** The subgraph's answer, its errors included. Rejects when there is none: see `TransportFailure`. */
  call(subgraph: string, call: SubgraphCall): Promise<FormattedExecutionResult>;
  /** Rejects while the subgraph cannot answer. */
  ready(subgraph: string): Promise<void>;
  /** Lets connections go, once the requests in flight are answered. */
  close(): Promise<void>;
}

/** A subgraph gave no answer; `code` is what the client may learn of it. */
export class TransportFailure extends Error {
  readonly code: CodeErreur;

  constructor(message: string, code: CodeErreur = "SUBGRAPH_UNAVAILABLE") {
    super(message);
    this.name = "TransportFailure";
    this.code = code;
  }
}

/** How long a subgraph has to answer one fetch, unless the caller says otherwise. */
export const DELAI_DE_SOUS_GRAPHE_MS = 10_000;

import type { AppelInterne, CodeErreur, SubgraphOperation } from "@coordination/server-kit";
import type { FormattedExecutionResult } from "graphql";

/** One operation of a query plan, for one subgraph, and for whom. */
export interface SubgraphCall extends SubgraphOperation {
  readonly appel: AppelInterne;
  /** What is left of the time of its request, in milliseconds: the subgraph is waited for no longer. */
  readonly restantMs: number;
  /** Headers to send besides, when there are headers: the trace that the call belongs to. */
  readonly entetes?: Readonly<Record<string, string>>;
}

/** How the gateway reaches its subgraphs: the same by a function call or over HTTP. */
export interface SubgraphTransport {
  /** True when an answer without error is exactly what the schema of its subgraph allows: nothing of it crossed a network. */
  readonly answersComplete?: boolean;
  /** The subgraph's answer, its errors included. Rejects when there is none: see `TransportFailure`. */
  call(subgraph: string, call: SubgraphCall): Promise<FormattedExecutionResult>;
  /** Rejects while the subgraph cannot answer. */
  ready(subgraph: string): Promise<void>;
  /** Lets connections go, once the requests in flight are answered. */
  close(): Promise<void>;
}

/**
 * What a failed call says beside its message: `tardive`, the subgraph did not answer in time; `pressee`, it had not its whole
 * time, for its request had no more; `propreALaDemande`, another
 * question could have been answered; `ecartee`, it was not even asked, which is logged already.
 */
type Nature = "panne" | "tardive" | "pressee" | "propreALaDemande" | "ecartee";

/** A subgraph gave no answer; `code` is what the client may learn of it. Its message holds nothing of the answer. */
export class TransportFailure extends Error {
  readonly code: CodeErreur;
  readonly nature: Nature;

  constructor(
    message: string,
    { code = "SUBGRAPH_UNAVAILABLE", nature = "panne" }: { code?: CodeErreur; nature?: Nature } = {},
  ) {
    super(message);
    this.name = "TransportFailure";
    this.code = code;
    this.nature = nature;
  }
}

/** How long a subgraph has to answer one fetch, unless the caller says otherwise. */
export const DELAI_DE_SOUS_GRAPHE_MS = 10_000;

/** How long to wait for the answer of a call, and whose fault it is when nothing comes. */
export const attenteDe = (
  { restantMs }: SubgraphCall,
  delaiDeSousGrapheMs: number,
): { readonly ms: number; readonly nature: "tardive" | "pressee" } =>
  restantMs < delaiDeSousGrapheMs
    ? { ms: Math.ceil(restantMs), nature: "pressee" }
    : { ms: delaiDeSousGrapheMs, nature: "tardive" };

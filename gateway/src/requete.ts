import type { AppelInterne } from "@coordination/server-kit";
import type { Suivi } from "./observation/suivi.ts";

/** How long a request may be worked on once it is read, whatever the number of subgraphs that it must ask in turn. */
const DELAI_DE_DEMANDE_MS = 12_000;

/** When a request read now must be answered. */
export const echeanceDans = (delaiMs = DELAI_DE_DEMANDE_MS): number => performance.now() + delaiMs;

/** What one client request carries through Apollo to the data sources. */
export interface ContexteDeRequete {
  readonly appel: AppelInterne;
  /** When its answer must leave, on the clock of `performance.now()`: no subgraph is waited for beyond. */
  readonly echeance: number;
  /** Who is counted for this request by the public door; undefined by the internal one, which counts no one. */
  readonly client?: string;
  /** What is learnt of the request for its log line and its measures, when something observes. */
  readonly suivi?: Suivi | undefined;
}

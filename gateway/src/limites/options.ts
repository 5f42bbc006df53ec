import type { Debit } from "../cout/debit.ts";
import type { Introspection } from "./introspection.ts";

/** What the gateway's owner chooses of the limits. */
export interface OptionsDesLimites {
  readonly introspection: Introspection;
  /** The most that one request may cost. */
  readonly coutMaximum: number;
  /** What each client may spend; null when nothing bounds it. */
  readonly debit: Debit | null;
}

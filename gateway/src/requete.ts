import type { AppelInterne } from "@coordination/server-kit";
import type { Suivi } from "./observation/suivi.ts";

/** What one client request carries through Apollo to the data sources. */
export interface ContexteDeRequete {
  readonly appel: AppelInterne;
  /** Who is counted for this request by the public door; undefined by the internal one, which counts no one. */
  readonly client?: string;
  /** What is learnt of the request for its log line and its measures, when something observes. */
  readonly suivi?: Suivi | undefined;
}

import type { AppelInterne } from "@coordination/server-kit";

/** What one client request carries through Apollo to the data sources. */
export interface ContexteDeRequete {
  readonly appel: AppelInterne;
  /** Who is counted for this request by the public door; undefined by the internal one, which counts no one. */
  readonly client?: string;
}

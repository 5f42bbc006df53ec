import type { AppelInterne } from "@coordination/server-kit";

/** What one client request carries through Apollo to the data sources. */
export interface ContexteDeRequete {
  readonly appel: AppelInterne;
}

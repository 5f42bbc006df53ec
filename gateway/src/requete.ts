import type { AppelInterne, SceauInterne } from "@coordination/server-kit";

/** What one client request carries through Apollo to the data sources. */
export interface ContexteDeRequete {
  readonly appel: AppelInterne;
  /** The actor signed for the subgraphs, once per request however many fetches it plans; undefined when nothing signs. */
  readonly jeton: () => Promise<string | undefined>;
}

/** The context of a request made by `appel.acteur`. */
export function createContexteDeRequete(sceau: SceauInterne, appel: AppelInterne): ContexteDeRequete {
  let signature: Promise<string> | undefined;
  return {
    appel,
    jeton: () => {
      signature ??= sceau.signer("coordination-subgraph", appel);
      return signature;
    },
  };
}

import type { ApolloServerOptions, ApolloServerPlugin } from "@apollo/server";
import type { Debit } from "../cout/debit.ts";
import { pluginDuCout } from "../cout/plugin.ts";
import { lirePoids } from "../cout/poids.ts";
import type { ContexteDeRequete } from "../requete.ts";
import type { Introspection } from "./introspection.ts";
import { ERREURS_MONTREES, LIMITES_DU_DOCUMENT } from "./limites.ts";
import { pluginDesLimites } from "./plugin.ts";
import { documentDansLesLimites } from "./regle.ts";

/** What the gateway's owner chooses of the limits. */
export interface OptionsDesLimites {
  readonly introspection: Introspection;
  /** The most that one request may cost. */
  readonly coutMaximum: number;
  /** What each client may spend; null when nothing bounds it. */
  readonly debit: Debit | null;
}

/** What ApolloServer is given so that no request takes more than its part. */
export interface Protection {
  readonly options: Pick<
    ApolloServerOptions<ContexteDeRequete>,
    "parseOptions" | "validationRules" | "validationOptions"
  >;
  readonly plugins: readonly ApolloServerPlugin<ContexteDeRequete>[];
}

/** The limits of the public door. The open gateway takes none of them. */
export const createProtection = (
  supergraphSdl: string,
  { introspection, coutMaximum, debit }: OptionsDesLimites,
): Protection => ({
  options: {
    parseOptions: { maxTokens: LIMITES_DU_DOCUMENT.jetons },
    validationRules: [documentDansLesLimites],
    // One more tells that there were others.
    validationOptions: { maxErrors: ERREURS_MONTREES - 1, hideSuggestions: true },
  },
  plugins: [
    pluginDesLimites(introspection),
    pluginDuCout({ poids: lirePoids(supergraphSdl), maximum: coutMaximum, debit }),
  ],
});

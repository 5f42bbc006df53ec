import { join } from "node:path";
import { createIdentity, type RunningGateway, type SubgraphTransport, startGateway } from "@coordination/gateway";
import { startIdentityProvider } from "@coordination/identite-locale";
import { createSceauInterne, type Observation } from "@coordination/server-kit";
import type { Logger } from "pino";
import type { Configuration } from "./configuration.ts";
import { profilsDeDemonstration } from "./demonstration/profils.ts";
import { VILLEURBANNE } from "./demonstration/structures-nommees.ts";
import { lireOuRien } from "./fichiers-generes.ts";
import { racine } from "./racine.ts";
import { requeteExemple } from "./requete-exemple.ts";

/** The public door, and the identity provider when nobody else is one. */
export interface Porte {
  readonly gateway: RunningGateway;
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Opens the gateway over the given transport; with no ISSUER, a local identity provider on PORT+1. */
export async function ouvrirPorte(
  configuration: Configuration,
  options: { secret: string; transport: SubgraphTransport; logger: Logger; observation: Observation },
): Promise<Porte> {
  const { host, port, audience, dataDir, fournisseur, limites } = configuration;
  const local =
    fournisseur === undefined
      ? await startIdentityProvider({ host, port: port + 1, audience, dataDir, profils: profilsDeDemonstration })
      : null;
  const { issuer, jwksUri } = local ?? (fournisseur as NonNullable<typeof fournisseur>);
  const gateway = await startGateway({
    supergraphSdl: lireOuRien(join(racine, "schema", "supergraph.graphql")),
    transport: options.transport,
    identity: createIdentity({ issuer, audience, jwksUri, logger: options.logger }),
    host,
    port,
    sceau: createSceauInterne(options.secret),
    logger: options.logger,
    observation: options.observation,
    graphiql: !configuration.production,
    origines: configuration.origines,
    delaiArretMs: configuration.delaiArretMs,
    limites,
    requeteParDefaut: requeteExemple(VILLEURBANNE),
  });
  const stop = async () => {
    await gateway.stop();
    await local?.stop();
  };
  return { gateway, issuer, stop };
}

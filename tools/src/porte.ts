import { join } from "node:path";
import {
  createIdentity,
  createRegistre,
  type RunningGateway,
  type SubgraphTransport,
  startGateway,
} from "@coordination/gateway";
import { startIdentityProvider } from "@coordination/identite-locale";
import { createSceauInterne, type Observation } from "@coordination/server-kit";
import pg from "pg";
import type { Logger } from "pino";
import type { Base } from "./base.ts";
import type { Configuration } from "./configuration.ts";
import { profilsDeDemonstration } from "./demonstration/profils.ts";
import { VILLEURBANNE } from "./demonstration/structures-nommees.ts";
import { lireOuRien } from "./fichiers-generes.ts";
import { ouvrirLimites } from "./limites.ts";
import { racine } from "./racine.ts";
import { requeteExemple } from "./requete-exemple.ts";

const CONNEXIONS = 8;

/** The public door, and the identity provider when nobody else is one. */
export interface Porte {
  readonly gateway: RunningGateway;
  readonly issuer: string;
  stop(): Promise<void>;
}

interface MoyensDeLaPorte {
  readonly base: Base;
  readonly transport: SubgraphTransport;
  readonly logger: Logger;
  readonly observation: Observation;
  /** True when other gateways may serve the same base: what clients spend is then counted together. */
  readonly partagee: boolean;
}

/** Opens the gateway over the given transport; with no ISSUER, a local identity provider on PORT+1. */
export async function ouvrirPorte(configuration: Configuration, options: MoyensDeLaPorte): Promise<Porte> {
  const { host, port, audience, dataDir, fournisseur, limites } = configuration;
  const local =
    fournisseur === undefined
      ? await startIdentityProvider({ host, port: port + 1, audience, dataDir, profils: profilsDeDemonstration })
      : null;
  const { issuer, jwksUri } = local ?? (fournisseur as NonNullable<typeof fournisseur>);
  const pool = new pg.Pool({ connectionString: options.base.urls.passerelle, max: CONNEXIONS });
  // An idle connection that the server closes is not a failure of ours: the next request takes another.
  pool.on("error", (error) => options.logger.warn({ err: error }, "connexion de la passerelle perdue"));
  const secret = options.base.secret;
  const gateway = await startGateway({
    supergraphSdl: lireOuRien(join(racine, "schema", "supergraph.graphql")),
    transport: options.transport,
    identity: createIdentity({ issuer, audience, jwksUri, logger: options.logger }),
    host,
    port,
    sceau: createSceauInterne(secret),
    logger: options.logger,
    observation: options.observation,
    graphiql: !configuration.production,
    origines: configuration.origines,
    delaiArretMs: configuration.delaiArretMs,
    limites: ouvrirLimites(limites, options.partagee ? { pool, cle: secret } : null),
    mandataires: limites.mandataires,
    registre: createRegistre(pool),
    requeteParDefaut: requeteExemple(VILLEURBANNE),
  });
  const stop = async () => {
    await gateway.stop();
    await pool.end();
    await local?.stop();
  };
  return { gateway, issuer, stop };
}

import type { ExecuterParLaPasserelle, Observation, SceauInterne } from "@coordination/server-kit";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import type { Demander } from "./demande/demander.ts";
import { createPorte } from "./demande/porte.ts";
import { withStatus } from "./erreurs.ts";
import { ajouterGraphiql } from "./graphiql/route.ts";
import { createArret, vider } from "./http/arret.ts";
import { ouvrirAuxOrigines } from "./http/cors.ts";
import { ajouterGraphql } from "./http/graphql.ts";
import { createServeurHttp } from "./http/serveur.ts";
import type { Identity } from "./identite/identity.ts";
import { cleDuClient } from "./limites/client.ts";
import type { OptionsDesLimites } from "./limites/options.ts";
import { createObservateur } from "./observation/observer.ts";
import { suiviDe } from "./observation/requetes.ts";
import { createPorteDesOperations } from "./operations/porte.ts";
import type { Registre } from "./operations/registre.ts";
import { ajouterPorteInterne } from "./porte-interne.ts";
import { echeanceDans } from "./requete.ts";
import { ajouterSante } from "./sante.ts";
import { readSupergraph } from "./supergraph.ts";
import type { SubgraphTransport } from "./transport/transport.ts";

const CORPS_MAXIMUM = 100 * 1024;

export interface GatewayOptions {
  readonly supergraphSdl: string;
  readonly transport: SubgraphTransport;
  readonly identity: Identity;
  /** Checks who comes by the internal door. */
  readonly sceau: SceauInterne;
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
  readonly limites: OptionsDesLimites;
  /** The published documents; without it, every document is taken and none by its print alone. */
  readonly registre?: Registre;
  /** The proxies that are believed when they tell whose request they pass on; none by default. */
  readonly mandataires?: readonly string[];
  /** Serves GraphiQL at `/`, its editor opened on `requeteParDefaut`. */
  readonly graphiql: boolean;
  readonly requeteParDefaut?: string;
  /** The origins whose pages may call from a browser; none when absent. */
  readonly origines?: readonly string[];
  /** How long a request may be worked on, all its subgraphs together; twelve seconds when absent. */
  readonly delaiDeDemandeMs?: number;
  /** How long the gateway says that it is stopping, while it still answers, before it closes. */
  readonly delaiArretMs?: number;
  /** Measures and traces; the log line of each request depends on the level of `logger` alone. */
  readonly observation?: Pick<Observation, "mesures" | "traceur">;
}

export interface RunningGateway {
  readonly url: string;
  /** The internal door for services of the same process. */
  readonly executer: ExecuterParLaPasserelle;
  /** No longer ready, answers the requests in flight, then lets every connection go. */
  stop(): Promise<void>;
}

/**
 * Starts the only public door: POST /graphql, the internal door, health, GraphiQL.
 * Throws when the supergraph cannot be loaded or the port is taken.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { supergraphSdl, identity, sceau, host, port, logger } = options;
  const observateur = createObservateur(options.observation, logger);
  const transport = observateur.transport(options.transport);
  const supergraph = readSupergraph(supergraphSdl);
  const app = createServeurHttp({
    bodyLimit: CORPS_MAXIMUM,
    logger,
    mandataires: options.mandataires ?? [],
  });
  observateur.brancher(app);
  const arret = createArret(app);
  await ouvrirAuxOrigines(app, options.origines ?? []);
  const { demander, rediger } = createPorte({
    supergraph,
    transport,
    logger,
    limites: options.limites,
    traceur: observateur.traceur,
  });
  const executer = createExecuter(demander, options.delaiDeDemandeMs);
  const tenirAuxOperations = await ouvrirOperations(options);

  ajouterSante(app, {
    subgraphs: supergraph.subgraphs.map(({ name }) => name),
    transport,
    logger,
    arret,
  });
  ajouterPorteInterne(app, { sceau, executer });
  if (options.graphiql) await ajouterGraphiql(app, options.requeteParDefaut);
  ajouterGraphql(app, {
    demander,
    rediger,
    contexte: async (request) => {
      const echeance = echeanceDans(options.delaiDeDemandeMs);
      const acteur = await identity.identifier(request.headers.authorization).catch(refuser);
      await tenirAuxOperations(request, acteur);
      return {
        appel: { acteur, requestId: request.id },
        echeance,
        client: cleDuClient(acteur, request.ip),
        suivi: suiviDe(request),
      };
    },
  });
  const url = await app.listen({ host, port });
  return {
    url,
    executer,
    stop: async () => {
      await arret.commencer(options.delaiArretMs ?? 0);
      await vider(app);
      await transport.close();
    },
  };
}

/** Reads who is held to the published documents before the door opens. Throws when the base does not answer. */
async function ouvrirOperations({ registre, logger, observation }: GatewayOptions) {
  if (registre === undefined) return async () => {};
  await registre.modeDe("");
  const compteur = observation?.mesures?.compteur(
    "coordination_operations_non_publiees_total",
    "Documents non publiés des clients suivis, par client.",
    ["client"],
  );
  return createPorteDesOperations({ registre, logger, compteur: compteur ?? null });
}

const createExecuter =
  (demander: Demander, delaiMs: number | undefined): ExecuterParLaPasserelle =>
  async ({ query, operationName, variables }, appel) => {
    const demande = { query, operationName, variables: { ...variables }, lectureSeule: false };
    const { data, errors } = (await demander(demande, { appel, echeance: echeanceDans(delaiMs) })).corps;
    return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
  };

/** An identity that cannot be told is an HTTP refusal, never an anonymous request. */
function refuser(error: unknown): never {
  if (!(error instanceof GraphQLError)) throw error;
  if (error.extensions.code !== "UNAUTHENTICATED") throw withStatus(error, 503);
  throw withStatus(error, 401, [["www-authenticate", 'Bearer error="invalid_token"']]);
}

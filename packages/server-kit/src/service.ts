import { type Database, type MigratedService, openDatabase } from "@coordination/database";
import type { Logger } from "pino";
import { type Annuaire, createAnnuaire, type OperationAnnuaire } from "./annuaire.ts";
import { createExecutor, type SubgraphExecutor } from "./executeur.ts";
import { tracerLesEnonces } from "./observation/enonce.ts";
import { createJournal, journaliserLesDefauts } from "./observation/journal.ts";
import { type Observation, ouvrirObservation } from "./observation/observation.ts";
import { executerParHttp } from "./porte-http.ts";
import { createSceauInterne } from "./sceau.ts";
import { serveSubgraph } from "./serveur.ts";
import { buildSubgraph, type CreateContexte, type SubgraphDefinition } from "./subgraph.ts";
import { repeter, type Travail, type TravailEnCours } from "./travail.ts";

/** What the house lends to a service. `maintenant` is the only clock, read once per request. */
export interface MoyensDuService {
  readonly database: Database;
  readonly secret: string;
  readonly annuaire: Annuaire;
  readonly maintenant: () => Date;
}

/** A service as the house sees it: the four are alike. */
export interface Service<Contexte extends object> extends MigratedService {
  readonly definition: SubgraphDefinition<Contexte>;
  /** The operations it runs through the internal door. */
  readonly operations: readonly OperationAnnuaire<object, object>[];
  readonly createContexte: (moyens: MoyensDuService) => CreateContexte<Contexte>;
  /** What it does by itself, if anything. */
  readonly travail?: Travail<MoyensDuService>;
}

/** A running service: how to call it, and how to let it go. */
export interface ServiceOuvert {
  readonly executor: SubgraphExecutor;
  /** Begins what the service does by itself, until it is closed. */
  travailler(): void;
  close(): Promise<void>;
}

/** Opens the service's database and builds its guarded executor, whatever the transport. */
export async function ouvrirService<Contexte extends object>(
  service: Service<Contexte>,
  options: {
    url: string;
    secret: string;
    annuaire: Annuaire;
    logger: Logger;
    maintenant?: () => Date;
    observation?: Observation;
  },
): Promise<ServiceOuvert> {
  const { url, secret, annuaire, logger, maintenant = () => new Date(), observation } = options;
  const schema = await buildSubgraph(service.definition);
  const traceur = observation?.traceur ?? null;
  const around = traceur === null ? undefined : tracerLesEnonces(traceur, service.name);
  const database = await openDatabase({ url, schema: service.name, applicationName: service.name, around });
  observation?.suivrePool(service.name, () => database.state());
  const moyens = { database, secret, annuaire, maintenant };
  const subgraph = {
    ...schema,
    createContexte: service.createContexte(moyens),
    verifierPret: async () => {
      await database.query("select 1");
    },
  };
  let enCours: TravailEnCours | undefined;
  return {
    executor: createExecutor(subgraph, { logger }),
    travailler: () => {
      if (service.travail !== undefined) enCours ??= repeter(service.travail, { moyens, logger });
    },
    close: async () => {
      await enCours?.stop();
      await database.close();
    },
  };
}

const DELAI_ANNUAIRE_MS = 5_000;

/**
 * `main.ts` of every service: its own process, configured by the environment
 * (SERVICE_DATABASE_URL, HOST, SERVICE_PORT, INTERNAL_SECRET, GATEWAY_URL, METRICS_HOST and METRICS_PORT), stopped by SIGTERM or SIGINT.
 */
export async function lancerService<Contexte extends object>(service: Service<Contexte>): Promise<void> {
  const logger = createJournal(service.name);
  journaliserLesDefauts(logger);
  const observation = await ouvrirObservation(service.name, { mesures: adresseDesMesures(), logger });
  const secret = exigerVariable("INTERNAL_SECRET");
  const sceau = createSceauInterne(secret);
  const annuaire = createAnnuaire(
    executerParHttp({
      url: exigerVariable("GATEWAY_URL"),
      sceau,
      timeoutMs: DELAI_ANNUAIRE_MS,
      entetes: observation.traceur?.entetes,
    }),
    { timeoutMs: DELAI_ANNUAIRE_MS },
  );
  const ouvert = await ouvrirService(service, {
    url: exigerVariable("SERVICE_DATABASE_URL"),
    secret,
    annuaire,
    logger,
    observation,
  });
  const serveur = await serveSubgraph(ouvert.executor, {
    sceau,
    host: process.env.HOST ?? "127.0.0.1",
    port: Number(exigerVariable("SERVICE_PORT")),
    logger,
    traceur: observation.traceur,
  });
  const stop = async () => {
    await serveur.stop();
    await ouvert.close();
    await observation.stop();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // A parent that dies without a word closes this channel: do not outlive it.
  process.once("disconnect", stop);
  ouvert.travailler();
  process.send?.("pret");
  logger.info({ url: serveur.url }, "service prêt");
}

function exigerVariable(nom: string): string {
  const valeur = process.env[nom];
  if (valeur === undefined || valeur === "") throw new Error(`La variable d'environnement ${nom} est obligatoire.`);
  return valeur;
}

/** Served when METRICS_PORT names a port: the house chooses one beside the service's. */
const adresseDesMesures = () => {
  const port = Number(process.env.METRICS_PORT ?? 0);
  return port === 0 ? undefined : { host: process.env.METRICS_HOST || "127.0.0.1", port, exige: false };
};

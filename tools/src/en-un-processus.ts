import { inProcessTransport } from "@coordination/gateway";
import {
  createAnnuaire,
  createJournal,
  type ExecuterParLaPasserelle,
  ouvrirObservation,
  ouvrirService,
  type ServiceOuvert,
} from "@coordination/server-kit";
import { createFermetures } from "./arret.ts";
import { ouvrirBase } from "./base.ts";
import type { Configuration } from "./configuration.ts";
import { chargerLesDonneesInitiales } from "./donnees-initiales.ts";
import { ouvrirPorte } from "./porte.ts";
import { journaliserLeRelais, ouvrirRelais } from "./relais.ts";
import { NOMS_DE_SERVICE, services } from "./services.ts";

/** An open house: its address, its identity provider, and how to close everything. */
export interface Maison {
  readonly url: string;
  readonly issuer: string;
  /** Runs an operation through the gateway as a given actor, without HTTP. */
  readonly executer: ExecuterParLaPasserelle;
  stop(): Promise<void>;
}

const DELAI_ANNUAIRE_MS = 5_000;

/** Opens everything in this process, the four subgraphs called without HTTP. Closes what it opened when it fails. */
export async function ouvrirEnUnProcessus(
  configuration: Configuration,
  annoncer: (phrase: string) => void,
): Promise<Maison> {
  const fermetures = createFermetures();
  try {
    const base = await ouvrirBase(configuration);
    fermetures.ajouter(base.stop);
    await chargerLesDonneesInitiales(base, { jeu: configuration.jeu, annoncer });
    const logger = createJournal();
    const observation = await ouvrirObservation("maison", { mesures: configuration.mesures, logger });
    fermetures.ajouter(observation.stop);
    fermetures.ajouter(ouvrirRelais(base.adminUrl, journaliserLeRelais(logger)).stop);
    // Services ask the directory through the gateway, which needs the services first.
    const passerelle: { executer: ExecuterParLaPasserelle } = {
      executer: () => Promise.reject(new Error("passerelle pas encore ouverte")),
    };
    const annuaire = createAnnuaire((operation, appel) => passerelle.executer(operation, appel), {
      timeoutMs: DELAI_ANNUAIRE_MS,
    });
    const ouverts: ServiceOuvert[] = [];
    const executors = await Promise.all(
      NOMS_DE_SERVICE.map(async (nom) => {
        const options = { url: base.urls[nom] ?? "", secret: base.secret, annuaire, logger, observation };
        const ouvert = await ouvrirService(services[nom], options);
        fermetures.ajouter(ouvert.close);
        ouverts.push(ouvert);
        return [nom, ouvert.executor] as const;
      }),
    );
    const transport = inProcessTransport(Object.fromEntries(executors));
    const porte = await ouvrirPorte(configuration, { base, transport, logger, observation, partagee: false });
    passerelle.executer = porte.gateway.executer;
    fermetures.ajouter(porte.stop);
    for (const ouvert of ouverts) ouvert.travailler();
    return { url: porte.gateway.url, issuer: porte.issuer, executer: porte.gateway.executer, stop: fermetures.fermer };
  } catch (error) {
    await fermetures.fermer();
    throw error;
  }
}

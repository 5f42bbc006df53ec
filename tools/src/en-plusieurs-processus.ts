import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { isIPv6 } from "node:net";
import { join } from "node:path";
import { avecDisjoncteurs, httpTransport } from "@coordination/gateway";
import { createJournal, createSceauInterne, ouvrirObservation } from "@coordination/server-kit";
import { createFermetures } from "./arret.ts";
import { type Base, ouvrirBase } from "./base.ts";
import type { Configuration } from "./configuration.ts";
import { chargerLesDonneesInitiales } from "./donnees-initiales.ts";
import type { Maison } from "./en-un-processus.ts";
import { ouvrirPorte } from "./porte.ts";
import { lancerProcessus, type ProcessusLance } from "./processus.ts";
import { journaliserLeRelais, ouvrirRelais } from "./relais.ts";
import { NOMS_DE_SERVICE, type NomDeService } from "./services.ts";

/** Subgraphs take PORT+11 to PORT+14, and tell their measures twenty ports further. */
const PREMIER_PORT = 11;
const ECART_DES_MESURES = 20;
const DELAI_SOUS_GRAPHE_MS = 8_000;
/** The subgraphs are on the gateway's machine: wherever HOST opens the gateway, they are reached from here only. */
const BOUCLE_LOCALE = "127.0.0.1";

/** Where the pids of the five processes are. */
export const dossierDesPids = ({ dataDir }: Configuration): string => join(dataDir, "run");

/** Opens the gateway in this process and each subgraph in its own, called over HTTP. Closes what it opened when it fails. */
export async function ouvrirEnPlusieursProcessus(
  configuration: Configuration,
  annoncer: (phrase: string) => void,
): Promise<Maison> {
  const fermetures = createFermetures();
  try {
    const base = await ouvrirBase(configuration);
    fermetures.ajouter(base.stop);
    await chargerLesDonneesInitiales(base, { jeu: configuration.jeu, annoncer });
    const logger = createJournal();
    const observation = await ouvrirObservation("passerelle", { mesures: configuration.mesures, logger });
    fermetures.ajouter(observation.stop);
    fermetures.ajouter(ouvrirRelais(base.adminUrl, journaliserLeRelais(logger)).stop);
    const pid = join(dossierDesPids(configuration), "gateway.pid");
    mkdirSync(dossierDesPids(configuration), { recursive: true });
    writeFileSync(pid, `${process.pid}\n`);
    fermetures.ajouter(async () => rmSync(pid, { force: true }));
    const copies = copiesDe(configuration);
    const lances = copies.map((copie) => lancer(copie, configuration, base));
    for (const { stop } of lances) fermetures.ajouter(stop);
    await Promise.all(lances.map(({ pret }) => pret));
    const urlDe = (copie: Copie) => `http://${BOUCLE_LOCALE}:${portDe(copie, configuration)}/graphql`;
    const urls = Object.fromEntries(
      NOMS_DE_SERVICE.map((nom) => [nom, copies.filter((copie) => copie.nom === nom).map(urlDe)]),
    );
    const sceau = createSceauInterne(base.secret);
    const transport = avecDisjoncteurs(httpTransport({ urls, sceau, timeoutMs: DELAI_SOUS_GRAPHE_MS }), { logger });
    const porte = await ouvrirPorte(configuration, { base, transport, logger, observation, partagee: true });
    fermetures.ajouter(porte.stop);
    return { url: porte.gateway.url, issuer: porte.issuer, executer: porte.gateway.executer, stop: fermetures.fermer };
  } catch (error) {
    await fermetures.fermer();
    throw error;
  }
}

/** One process of a service: the first has rank 0. */
interface Copie {
  readonly nom: NomDeService;
  readonly rang: number;
}

/** Where the gateway answers on this machine, as it stands in an address. */
function adresseLocale(host: string): string {
  if (host === "0.0.0.0") return BOUCLE_LOCALE;
  if (host === "::") return "[::1]";
  return isIPv6(host) ? `[${host}]` : host;
}

/** One process of each service, and as many of `parcours` as the configuration says: a deadline is then still kept once. */
const copiesDe = ({ processusDeParcours = 1 }: Configuration): readonly Copie[] =>
  NOMS_DE_SERVICE.flatMap((nom) =>
    Array.from({ length: nom === "parcours" ? processusDeParcours : 1 }, (_, rang) => ({ nom, rang })),
  );

/** The other processes of `parcours` come after the four services: PORT+15 and above. */
const portDe = ({ nom, rang }: Copie, { port }: Configuration): number =>
  port + PREMIER_PORT + (rang === 0 ? NOMS_DE_SERVICE.indexOf(nom) : NOMS_DE_SERVICE.length + rang - 1);

const lancer = ({ nom, rang }: Copie, configuration: Configuration, base: Base): ProcessusLance =>
  lancerProcessus({
    nom,
    delaiDeRelanceMs: configuration.delaiDeRelanceMs,
    fichierPid: join(dossierDesPids(configuration), `${rang === 0 ? nom : `${nom}-${rang + 1}`}.pid`),
    environnement: {
      HOST: BOUCLE_LOCALE,
      SERVICE_PORT: String(portDe({ nom, rang }, configuration)),
      SERVICE_DATABASE_URL: base.urls[nom] ?? "",
      INTERNAL_SECRET: base.secret,
      METRICS_HOST: configuration.mesures?.host ?? "",
      METRICS_PORT:
        configuration.mesures === undefined ? "0" : String(portDe({ nom, rang }, configuration) + ECART_DES_MESURES),
      GATEWAY_URL: `http://${adresseLocale(configuration.host)}:${configuration.port}/interne/graphql`,
    },
  });

import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { createArret, vider } from "../http/arret.ts";
import { createServeurHttp } from "../http/serveur.ts";
import { createFederation } from "../plan/federation.ts";
import { echeanceDans } from "../requete.ts";
import { readSupergraph } from "../supergraph.ts";
import { createSources } from "../transport/data-source.ts";
import { httpTransport } from "../transport/http.ts";
import { answersAsGiven } from "../transport/partial-answer.ts";
import { ajouterApollo, startApollo } from "./apollo.ts";

const CORPS_MAXIMUM = 10 * 1024 * 1024;
/** Where conformance suites look for a gateway that is up. */
const ADRESSES_DE_SANTE = ["/", "/health", "/healthz", "/readyz"];

/**
 * Serves any supergraph at the addresses it names, without identity nor limits, errors as Apollo writes them:
 * for conformance suites. Throws when NODE_ENV is production.
 */
export async function startOpenGateway(options: {
  supergraphSdl: string;
  host: string;
  port: number;
  logger: Logger;
}): Promise<{ url: string; stop(): Promise<void> }> {
  const { supergraphSdl, host, port, logger } = options;
  if (process.env.NODE_ENV === "production") {
    throw new Error("La passerelle ouverte n'a ni identité ni limites : elle refuse de démarrer en production.");
  }
  const supergraph = readSupergraph(supergraphSdl);
  const transport = httpTransport({
    urls: Object.fromEntries(supergraph.subgraphs.map(({ name, url }) => [name, url])),
    sceau: null,
  });
  const app = createServeurHttp({ bodyLimit: CORPS_MAXIMUM, logger });
  const arret = createArret(app);
  const sources = createSources(supergraph, { transport, partial: answersAsGiven, logger });
  const apollo = await startApollo(createFederation(supergraphSdl, sources), logger);
  for (const adresse of ADRESSES_DE_SANTE) app.get(adresse, async () => ({ statut: "vivant" }));
  ajouterApollo(app, apollo, () => ({
    appel: { acteur: null, requestId: randomUUID() },
    echeance: echeanceDans(),
  }));
  const url = await app.listen({ host, port });
  return {
    url,
    stop: async () => {
      await arret.commencer(0);
      await vider(app);
      await apollo.stop();
      await transport.close();
    },
  };
}

import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { startApollo } from "./apollo.ts";
import { createArret } from "./http/arret.ts";
import { ajouterGraphql } from "./http/graphql.ts";
import { createServeurHttp } from "./http/serveur.ts";
import { echeanceDans } from "./requete.ts";
import { readSupergraph } from "./supergraph.ts";
import { httpTransport } from "./transport/http.ts";
import { answersAsGiven } from "./transport/partial-answer.ts";

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
  const apollo = await startApollo({
    supergraph,
    transport,
    app,
    logger,
    presenterErreur: null,
    partial: answersAsGiven,
  });
  for (const adresse of ADRESSES_DE_SANTE) app.get(adresse, async () => ({ statut: "vivant" }));
  ajouterGraphql(app, {
    apollo,
    context: async () => ({
      appel: { acteur: null, requestId: randomUUID() },
      echeance: echeanceDans(),
    }),
  });
  const url = await app.listen({ host, port });
  return {
    url,
    stop: async () => {
      await arret.commencer(0);
      await apollo.stop();
      await transport.close();
    },
  };
}

import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { referenced } from "../erreurs.ts";
import { BORNES_DE_CONNEXION as BORNES, laisserFinir, refuserConnexion, refuserTunnel } from "./connexion.ts";
import { lireDuJsonSeulement, verifierEntetes } from "./corps.ts";
import { corpsDErreur, RefusHttp, refusDeStatut } from "./refus.ts";

/** Header by which a client gets the identifier of its request, the same as in the logs. */
const ENTETE_REQUETE = "x-request-id";

/**
 * The HTTP server of a gateway: request identifiers, bounds on size and time, every failure answered as GraphQL does.
 * It logs no request: addresses and paths are personal data.
 */
export function createServeurHttp({
  bodyLimit,
  logger,
  mandataires = [],
}: {
  bodyLimit: number;
  logger: Logger;
  mandataires?: readonly string[];
}): FastifyInstance {
  const refuser = (error: Error, request: FastifyRequest, reply: FastifyReply) => {
    laisserFinir(request.raw, reply);
    return repondre(reply, error, logger);
  };
  const app = Fastify({
    bodyLimit,
    trustProxy: mandataires.length === 0 ? false : [...mandataires],
    requestTimeout: BORNES.requeteMs,
    connectionTimeout: BORNES.inactiviteMs,
    keepAliveTimeout: BORNES.entreRequetesMs,
    http: {
      headersTimeout: BORNES.entetesMs,
      connectionsCheckingInterval: BORNES.verificationMs,
      maxHeaderSize: BORNES.entetesOctets,
      // Ours to refuse, with a sentence.
      requireHostHeader: false,
    },
    forceCloseConnections: "idle",
    // What still arrives on an open connection while the server closes is answered as anything else.
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    clientErrorHandler: refuserConnexion,
    frameworkErrors: refuser,
  });
  app.addHook("onRequest", (request, reply, fini) => {
    reply.headers({
      [ENTETE_REQUETE]: request.id,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    verifierEntetes(request);
    fini();
  });
  app.server.on("checkExpectation", (_request, response) => {
    response
      .writeHead(417, { "content-type": "application/json; charset=utf-8", connection: "close" })
      .end(JSON.stringify(corpsDErreur(refusDeStatut(417).erreur)));
  });
  app.server.on("connect", refuserTunnel);
  lireDuJsonSeulement(app);
  app.setErrorHandler(refuser);
  app.setNotFoundHandler(async (request, reply) => repondre(reply, adresseOuMethode(app, request, reply), logger));
  return app;
}

function repondre(reply: FastifyReply, error: Error & { statusCode?: number }, logger: Logger): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) return reply.code(status).send(corpsDErreur(referenced(logger, error)));
  const { erreur } = error instanceof RefusHttp ? error : refusDeStatut(status);
  return reply.code(status).send(corpsDErreur(erreur));
}

const METHODES = ["GET", "HEAD", "POST"] as const;

function adresseOuMethode(app: FastifyInstance, { url }: FastifyRequest, reply: FastifyReply): RefusHttp {
  const chemin = url.split("?", 1)[0] ?? url;
  const permises = METHODES.filter((method) => app.hasRoute({ method, url: chemin }));
  if (permises.length === 0) {
    return new RefusHttp(404, { champ: "adresse", phrase: "Rien ne se trouve à cette adresse." });
  }
  const liste = permises.join(", ");
  reply.header("allow", liste);
  return new RefusHttp(405, { champ: "méthode", phrase: `Cette adresse ne répond qu'à : ${liste}.` });
}

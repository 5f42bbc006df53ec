import { randomUUID } from "node:crypto";
import { fermerAvecLaReponse, saisieInvalide } from "@coordination/server-kit";
import Fastify, { type FastifyInstance } from "fastify";
import type { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { referenced } from "./erreurs.ts";

/** Header by which a client gets the identifier of its request, the same as in the logs. */
const ENTETE_REQUETE = "x-request-id";

/**
 * The HTTP server of a gateway: request identifiers, bounds on size and time, every failure answered as GraphQL does.
 * It logs no request: addresses and paths are personal data.
 */
export function createServeurHttp({ bodyLimit, logger }: { bodyLimit: number; logger: Logger }): FastifyInstance {
  const app = Fastify({
    bodyLimit,
    requestTimeout: 15_000,
    keepAliveTimeout: 60_000,
    forceCloseConnections: "idle",
    genReqId: () => randomUUID(),
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({
      [ENTETE_REQUETE]: request.id,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
  });
  fermerAvecLaReponse(app);
  app.setErrorHandler<{ statusCode?: number }>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    const shown = status >= 500 ? referenced(logger, error) : saisieInvalide("requête", phraseDuRefus(status));
    return reply.code(status).send(corpsDErreur(shown));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(corpsDErreur(saisieInvalide("adresse", "Rien ne se trouve à cette adresse."))),
  );
  return app;
}

/** The body that carries an error outside of any GraphQL answer. */
export const corpsDErreur = ({ message, extensions }: GraphQLError) => ({ errors: [{ message, extensions }] });

function phraseDuRefus(status: number): string {
  if (status === 413) return "Le corps de la requête est trop grand.";
  if (status === 415) return "Le corps de la requête doit être du JSON (content-type: application/json).";
  return "La requête HTTP n'est pas recevable : son corps ne se lit pas.";
}

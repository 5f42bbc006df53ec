import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Demander } from "../demande/demander.ts";
import type { Rediger, Reponse } from "../demande/reponse.ts";
import type { ContexteDeRequete } from "../requete.ts";
import { JSON_SIMPLE, lireDemande, type TypeDeReponse, verifierDemande } from "./demande.ts";

interface Moyens {
  readonly demander: Demander;
  readonly rediger: Rediger;
  /** Throws GraphQL errors with their status, for who may not ask at all. */
  readonly contexte: (request: FastifyRequest) => Promise<ContexteDeRequete>;
}

/** GET and POST /graphql: what HTTP says of a request, and of its answer. */
export function ajouterGraphql(app: FastifyInstance, { demander, rediger, contexte }: Moyens): void {
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const type = verifierDemande(request);
      let deQui: ContexteDeRequete;
      try {
        deQui = await contexte(request);
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        const { errors, statut = 500, entetes } = rediger([error]);
        return repondre(reply, type, { statut, entetes, refuseeParGraphql: false, corps: { errors } });
      }
      // What is asked may have just been put in place of its print.
      return repondre(reply, type, await demander(lireDemande(request), deQui));
    },
  });
}

/**
 * GraphQL over HTTP: what GraphQL refuses is a 400 as `application/graphql-response+json`, and a 200 as `application/json`,
 * whose older clients read the errors of a 200 only.
 */
function repondre(reply: FastifyReply, type: TypeDeReponse, reponse: Reponse): string {
  const { statut, entetes, refuseeParGraphql, corps } = reponse;
  reply.code(statut === 400 && refuseeParGraphql && type === JSON_SIMPLE ? 200 : statut);
  reply.header("content-type", `${type}; charset=utf-8`);
  for (const [nom, valeur] of entetes) reply.header(nom, valeur);
  return `${JSON.stringify(corps)}\n`;
}

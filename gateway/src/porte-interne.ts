import {
  type AppelInterne,
  ENTETE_JETON_INTERNE,
  type ExecuterParLaPasserelle,
  type SceauInterne,
} from "@coordination/server-kit";
import type { FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import { corpsDErreur } from "./http/refus.ts";

interface OperationInterne {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Record<string, unknown>;
}

const schemaDeLOperation = {
  body: {
    type: "object",
    required: ["query", "operationName", "variables"],
    properties: { query: { type: "string" }, operationName: { type: "string" }, variables: { type: "object" } },
  },
} as const;

const APPEL = "appelInterne";

/**
 * POST /interne/graphql: where the services of the distributed mode ask the public graph, as the actor they serve.
 * Opens only to a token that the house signed for this door: 401 to anyone else, before the body is read.
 */
export function ajouterPorteInterne(
  app: FastifyInstance,
  { sceau, executer }: { sceau: SceauInterne; executer: ExecuterParLaPasserelle },
): void {
  app.decorateRequest(APPEL);
  app.post<{ Body: OperationInterne }>(
    "/interne/graphql",
    {
      schema: schemaDeLOperation,
      onRequest: async (request, reply) => {
        const jeton = request.headers[ENTETE_JETON_INTERNE];
        try {
          const appel = await sceau.verifier("coordination-gateway", typeof jeton === "string" ? jeton : undefined);
          request.setDecorator(APPEL, appel);
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          return reply.code(401).send(corpsDErreur(error));
        }
      },
    },
    async (request) => executer(request.body, request.getDecorator<AppelInterne>(APPEL)),
  );
}

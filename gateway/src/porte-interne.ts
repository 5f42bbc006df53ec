import {
  appelDe,
  type ExecuterParLaPasserelle,
  garder,
  PORTE_DE_LA_PASSERELLE,
  type SceauInterne,
} from "@coordination/server-kit";
import type { FastifyInstance } from "fastify";

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

/**
 * POST /interne/graphql: where the services of the distributed mode ask the public graph, as the actor they serve.
 * Opens only to a call that the house sealed for this door: 401 to anyone else.
 */
export function ajouterPorteInterne(
  app: FastifyInstance,
  { sceau, executer }: { sceau: SceauInterne; executer: ExecuterParLaPasserelle },
): void {
  app.register(async (scope) => {
    garder(scope, { sceau, porte: PORTE_DE_LA_PASSERELLE });
    scope.post<{ Body: OperationInterne }>("/interne/graphql", { schema: schemaDeLOperation }, async (request) =>
      executer(request.body, appelDe(request)),
    );
  });
}

import { type Observation, tracerLesAppels } from "@coordination/server-kit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Compteurs } from "./compteurs.ts";
import { createLecteurDeLogiciel, SANS_OPERATION, type Suivi } from "./suivi.ts";

const CHEMIN = "/graphql";
const CHEMIN_INTERNE = "/interne/graphql";

/** The code that stands for an HTTP refusal: no GraphQL answer carries one then. */
const CODES_DES_REFUS: Readonly<Record<number, string>> = {
  401: "UNAUTHENTICATED",
  403: "FORBIDDEN",
  429: "RATE_LIMITED",
  500: "INTERNAL_SERVER_ERROR",
  503: "SUBGRAPH_UNAVAILABLE",
};

const suivis = new WeakMap<FastifyRequest, Suivi>();

/** The follow-up of a request that came by HTTP; undefined where nothing observes. */
export const suiviDe = (request: FastifyRequest): Suivi | undefined => suivis.get(request);

/** Follows each request of the public door: one log line, its measures and its trace when it is answered. */
export function suivreLesRequetes(
  app: FastifyInstance,
  { compteurs, logger, traceur }: { compteurs: Compteurs | null; logger: Logger; traceur: Observation["traceur"] },
): void {
  const logicielDe = createLecteurDeLogiciel();
  const suivre = (request: FastifyRequest): Suivi | undefined => {
    if (request.routeOptions.url !== CHEMIN) return undefined;
    const logiciel = logicielDe(request.headers);
    const troncon = traceur?.ouvrir("requête", "serveur", { "coordination.requete": request.id }) ?? null;
    const suivi: Suivi = { logiciel, operation: SANS_OPERATION, codes: [], cout: undefined, troncon };
    suivis.set(request, suivi);
    return suivi;
  };
  app.addHook("onRequest", (request, _reply, suite) => {
    suivre(request);
    suite();
  });
  if (traceur !== null) {
    tracerLesAppels(app, traceur, { chemin: CHEMIN_INTERNE, nom: "porte interne" });
    // Reading the body leaves the asynchronous context of the first hook: the span is entered once it is read.
    app.addHook("preHandler", (request, _reply, suite) => {
      const troncon = suiviDe(request)?.troncon;
      if (troncon === undefined || troncon === null) suite();
      else troncon.dans(suite);
    });
  }
  const finir = (request: FastifyRequest, statut: number, dureeMs: number) => {
    // A request refused by an earlier hook was not followed yet.
    const suivi = suiviDe(request) ?? suivre(request);
    if (suivi === undefined) return;
    if (suivi.operation === SANS_OPERATION && suivi.codes.length === 0 && statut >= 400) {
      suivi.codes = [CODES_DES_REFUS[statut] ?? "BAD_USER_INPUT"];
    }
    compteurs?.compter(suivi, statut, dureeMs);
    logger.info(ligne(request.id, suivi, statut, dureeMs), "requête");
    suivi.troncon?.finir(
      { "graphql.operation.name": suivi.operation.nom, "http.response.status_code": statut },
      { echec: statut >= 500 },
    );
  };
  app.addHook("onResponse", async (request, reply) => finir(request, reply.statusCode, reply.elapsedTime));
}

/** All that is written of a request: who it is about, what it asked with and where it came from are left out. */
const ligne = (requestId: string, { operation, logiciel, codes, cout }: Suivi, statut: number, dureeMs: number) => ({
  requestId,
  operation: operation.nom,
  logiciel: logiciel.nom,
  version: logiciel.version,
  statut,
  dureeMs: Math.round(dureeMs * 10) / 10,
  ...(codes.length === 0 ? {} : { codes: [...new Set(codes)] }),
  ...(cout === undefined ? {} : { cout }),
  ...(operation.depreciees.length === 0 ? {} : { depreciees: operation.depreciees }),
});

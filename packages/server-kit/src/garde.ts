import type { FastifyInstance, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { AppelInterne } from "./acteur.ts";
import { type AppelScelle, ENTETE_JETON_INTERNE, type SceauInterne } from "./sceau.ts";

const SCELLE = "appelScelle";
const APPEL = "appelInterne";

/**
 * Closes every route of `scope` to who does not hold a seal made for `porte` and for the very body that comes with it:
 * 401, before the body is read when the seal itself is wrong. Give it a scope of its own (`app.register`).
 */
export function garder(scope: FastifyInstance, { sceau, porte }: { sceau: SceauInterne; porte: string }): void {
  scope.decorateRequest(SCELLE);
  scope.decorateRequest(APPEL);
  scope.addHook("onRequest", async (request) => {
    const jeton = request.headers[ENTETE_JETON_INTERNE];
    request.setDecorator(SCELLE, await sceau.verifier(porte, typeof jeton === "string" ? jeton : undefined));
  });
  const lireJson = scope.getDefaultJsonParser("error", "error");
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, corps: Buffer, done) => {
    try {
      request.setDecorator(APPEL, request.getDecorator<AppelScelle>(SCELLE).ouvrir(corps));
    } catch (error) {
      return done(error as Error);
    }
    return lireJson(request, corps.toString("utf8"), done);
  });
  scope.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, extensions } = error;
    return reply.code(401).send({ errors: [{ message, extensions }] });
  });
}

/** Whom a guarded request was sealed for: what its handler must act as. */
export const appelDe = (request: FastifyRequest): AppelInterne => request.getDecorator<AppelInterne>(APPEL);

import { type Acteur, jetonRefuse, sousGrapheIndisponible } from "@coordination/server-kit";
import { errors, jwtVerify } from "jose";
import type { Logger } from "pino";
import { ClesIllisibles, createCles, type Rythme } from "./cles.ts";
import { acteurDe } from "./revendications.ts";

/** Tells who asks. */
export interface Identity {
  /**
   * Takes the `Authorization` header; returns the actor, or null when there is no header.
   * Throws UNAUTHENTICATED for a header that proves nothing, SUBGRAPH_UNAVAILABLE when the issuer's keys cannot be read.
   */
  identifier(authorization: string | undefined): Promise<Acteur | null>;
}

const ALGORITHMES = ["RS256", "ES256"];
const TOLERANCE_D_HORLOGE_S = 5;
const JETON_MAXIMUM = 8 * 1024;
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Verifies JWT access tokens (RFC 9068: `typ: at+jwt`) against the issuer's published keys, and nothing that a token
 * itself brings or points at. A wrong token is refused, never taken for an anonymous request.
 */
export function createIdentity(options: {
  issuer: string;
  audience: string;
  jwksUri: string;
  logger: Logger;
  rythme?: Rythme;
}): Identity {
  const { issuer, audience, jwksUri, logger, rythme } = options;
  const cles = createCles(new URL(jwksUri), { logger, ...(rythme === undefined ? {} : { rythme }) });
  const regles = {
    issuer,
    audience,
    algorithms: ALGORITHMES,
    typ: "at+jwt",
    requiredClaims: ["sub", "exp"],
    clockTolerance: TOLERANCE_D_HORLOGE_S,
  };
  return {
    identifier: async (authorization) => {
      if (authorization === undefined) return null;
      const jeton = authorization.length > JETON_MAXIMUM ? undefined : BEARER.exec(authorization)?.[1];
      if (jeton === undefined) throw jetonRefuse();
      try {
        return acteurDe((await jwtVerify(jeton, cles, regles)).payload);
      } catch (error) {
        if (error instanceof ClesIllisibles) throw sousGrapheIndisponible("identite");
        if (error instanceof errors.JWTExpired) throw jetonRefuse("Le jeton présenté a expiré.");
        if (error instanceof errors.JOSEError) throw jetonRefuse();
        // Not the token's fault: a key that cannot be used.
        logger.error({ err: error }, "clés du fournisseur d'identité inutilisables");
        throw sousGrapheIndisponible("identite");
      }
    },
  };
}

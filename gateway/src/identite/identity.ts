import { type Acteur, nonAuthentifie, sousGrapheIndisponible } from "@coordination/server-kit";
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import type { Logger } from "pino";

/** Tells who asks. */
export interface Identity {
  /**
   * Takes the `Authorization` header; returns the actor, or null when there is no header.
   * Throws UNAUTHENTICATED for a header that proves nothing, SUBGRAPH_UNAVAILABLE when the issuer's keys cannot be read.
   */
  identifier(authorization: string | undefined): Promise<Acteur | null>;
}

const ALGORITHMES = ["RS256", "ES256"];
const DELAI_DES_CLES_MS = 3_000;
const TOLERANCE_D_HORLOGE_S = 5;

/**
 * Verifies JWT access tokens (RFC 9068: `typ: at+jwt`) against the issuer's published keys, kept and rotated by jose.
 * A wrong token is refused, never taken for an anonymous request.
 */
export function createIdentity(options: {
  issuer: string;
  audience: string;
  jwksUri: string;
  logger: Logger;
}): Identity {
  const { issuer, audience, jwksUri, logger } = options;
  const keys = createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: DELAI_DES_CLES_MS });
  return {
    identifier: async (authorization) => {
      if (authorization === undefined) return null;
      const jeton = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
      if (jeton === undefined) throw nonAuthentifie();
      try {
        const { payload } = await jwtVerify(jeton, keys, {
          issuer,
          audience,
          algorithms: ALGORITHMES,
          typ: "at+jwt",
          requiredClaims: ["sub", "exp"],
          clockTolerance: TOLERANCE_D_HORLOGE_S,
        });
        return acteurDe(payload);
      } catch (error) {
        if (!estPanneDesCles(error)) throw nonAuthentifie();
        logger.error({ err: error }, "clés du fournisseur d'identité illisibles");
        throw sousGrapheIndisponible("identite");
      }
    },
  };
}

/** jose says what is wrong with a token by its own classes; the rest is the network, or keys that are not keys. */
const estPanneDesCles = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === "ERR_JOSE_GENERIC";

/** The actor of a verified token (docs/identite.md). Claims of another shape than expected give no right. */
function acteurDe({ sub, rpps, structures, profils, scope, client_id, pour_le_compte_de }: JWTPayload): Acteur {
  if (sub === undefined || sub === "") throw new errors.JWTInvalid("sub");
  return {
    sub,
    rpps: typeof rpps === "string" ? rpps : null,
    ...(typeof rpps === "string" ? {} : represente(pour_le_compte_de)),
    structures: textes(structures),
    profils: textes(profils),
    scopes: typeof scope === "string" ? scope.split(" ").filter((portee) => portee !== "") : [],
    clientId: typeof client_id === "string" ? client_id : null,
  };
}

/** A professional acts in their own name: only who has no number may act for another. */
const represente = (claim: unknown): Pick<Acteur, "pourLeCompteDe"> =>
  typeof claim === "string" && /^\d{11}$/.test(claim) ? { pourLeCompteDe: claim } : {};

const textes = (claim: unknown): string[] =>
  Array.isArray(claim) ? claim.filter((value): value is string => typeof value === "string") : [];

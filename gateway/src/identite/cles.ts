import { createRemoteJWKSet, errors, type JWKSCacheInput, type JWTVerifyGetKey, jwksCache } from "jose";
import type { Logger } from "pino";

const DELAI_MS = 3_000;

/** How often the issuer is asked for its keys, in milliseconds. */
export interface Rythme {
  /** Keys older than this are read again, beside the requests: a key that the issuer withdrew is then refused. */
  readonly relireMs: number;
  /** Keys older than this, because the issuer is away, prove nothing any more. */
  readonly garderMs: number;
  /** An unknown key makes us ask again, but not more often than this. */
  readonly reposMs: number;
  /** The same after a failure. */
  readonly reposApresEchecMs: number;
}

const RYTHME: Rythme = {
  relireMs: 10 * 60_000,
  garderMs: 24 * 60 * 60_000,
  reposMs: 30_000,
  reposApresEchecMs: 1_000,
};

/** Keys that could not be read, now or a moment ago. */
export class ClesIllisibles extends Error {}

/**
 * The keys that an issuer publishes (JWKS), fetched and matched by jose. While the issuer is away, those already read
 * keep their value for a day; nobody makes us ask it faster than `rythme`, whatever the tokens that they send.
 * Rejects with `ClesIllisibles` when there is none, or none that could match.
 */
export function createCles(
  uri: URL,
  { logger, rythme: { relireMs, garderMs, reposMs, reposApresEchecMs } = RYTHME }: { logger: Logger; rythme?: Rythme },
): JWTVerifyGetKey {
  const lues: JWKSCacheInput = {};
  const cles = createRemoteJWKSet(uri, {
    timeoutDuration: DELAI_MS,
    // When to ask again is decided here: jose would refuse the keys that it holds while the issuer is away.
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: Number.POSITIVE_INFINITY,
    [jwksCache]: lues,
  });
  const age = (): number => (lues.uat === undefined ? Number.POSITIVE_INFINITY : Date.now() - lues.uat);
  let echoueeLe = Number.NEGATIVE_INFINITY;
  const relire = async (): Promise<void> => {
    if (Date.now() - echoueeLe < reposApresEchecMs) throw new ClesIllisibles();
    await cles.reload().catch((error: unknown) => {
      echoueeLe = Date.now();
      logger.error({ err: error }, "clés du fournisseur d'identité illisibles");
      throw new ClesIllisibles();
    });
  };
  return async (entete, jeton) => {
    if (age() > garderMs) await relire();
    else if (age() > relireMs) void relire().catch(() => undefined);
    return cles(entete, jeton).catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey) || age() < reposMs) throw error;
      await relire();
      return cles(entete, jeton);
    });
  };
}

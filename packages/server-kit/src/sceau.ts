import { createHash, createSecretKey, randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import type { AppelInterne } from "./acteur.ts";
import { nonAuthentifie } from "./erreurs.ts";

/** Header that carries the sealed actor between the gateway and a subgraph, whichever asks. */
export const ENTETE_JETON_INTERNE = "x-jeton-interne";

/** The door of the gateway for its services; that of a subgraph is its name. */
export const PORTE_DE_LA_PASSERELLE = "passerelle";

/** A seal whose signature and date are right; it opens one exchange, whose body is yet to be seen. */
export interface AppelScelle {
  /** The actor, when `corps` is what was signed and is seen here for the first time. Throws UNAUTHENTICATED otherwise. */
  ouvrir(corps: Uint8Array): AppelInterne;
}

/** Signs and checks the calls inside the house: who asks, for which door, with which body, once, within seconds. */
export interface SceauInterne {
  signer(porte: string, appel: AppelInterne, corps: string): Promise<string>;
  /** Throws UNAUTHENTICATED when the token is absent, forged, too old or meant for another door. */
  verifier(porte: string, jeton: string | undefined): Promise<AppelScelle>;
}

const EMETTEUR = "coordination-interne";
const DUREE_S = 5;
/** What the clocks of two machines may differ by. */
const TOLERANCE_S = 2;
/** More than a process answers while a token lives. */
const JETONS_EN_MEMOIRE = 20_000;

/**
 * `secret` is INTERNAL_SECRET (32 characters at least). A token is taken once by a process; before several copies of one
 * subgraph, it is the body and the few seconds that bound what repeating it could do.
 */
export function createSceauInterne(secret: string): SceauInterne {
  const cle = createSecretKey(secret, "utf8");
  const vus = new LRUCache<string, true>({ max: JETONS_EN_MEMOIRE, ttl: (DUREE_S + 2 * TOLERANCE_S) * 1000 });
  return {
    signer: (porte, { acteur, requestId }, corps) =>
      new SignJWT({ acteur, requestId, corps: empreinte(corps) })
        .setProtectedHeader({ alg: "HS256" })
        .setIssuer(EMETTEUR)
        .setAudience(audience(porte))
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${DUREE_S}s`)
        .sign(cle),
    verifier: async (porte, jeton) => {
      if (jeton === undefined) throw nonAuthentifie();
      const { payload } = await jwtVerify<AppelInterne & { corps: unknown }>(jeton, cle, {
        issuer: EMETTEUR,
        audience: audience(porte),
        algorithms: ["HS256"],
        requiredClaims: ["exp", "jti", "corps", "acteur", "requestId"],
        // Whatever its end says, and refused too when it comes from the future.
        maxTokenAge: DUREE_S,
        clockTolerance: TOLERANCE_S,
      }).catch(() => {
        throw nonAuthentifie();
      });
      const { jti = "", acteur, requestId } = payload;
      return {
        ouvrir: (corps) => {
          if (payload.corps !== empreinte(corps) || vus.has(jti)) throw nonAuthentifie();
          vus.set(jti, true);
          return { acteur, requestId };
        },
      };
    },
  };
}

const audience = (porte: string): string => `coordination/${porte}`;

const empreinte = (corps: string | Uint8Array): string => createHash("sha256").update(corps).digest("base64url");

import type { Acteur } from "@coordination/server-kit";
import { errors, type JWTPayload } from "jose";

/** Text that can be kept, compared and shown: no control character, no half of a character. */
const LISIBLE = /^(?=.*\S)[^\p{Cc}\p{Cs}]{1,255}$/u;
const NUMERO_RPPS = /^\d{11}$/;
/** More than a person holds; a token is bounded too, but a list is carried by every call of a request. */
const VALEURS_MAXIMUM = 500;

/**
 * The actor of a verified token (docs/identite.md). Claims of another shape than expected give no right; without a subject
 * that can be told from others, the token is refused.
 */
export function acteurDe(payload: JWTPayload): Acteur {
  const { sub, rpps, structures, profils, scope, client_id, pour_le_compte_de } = payload;
  if (!estLisible(sub)) throw new errors.JWTInvalid("sub");
  return {
    sub,
    rpps: estNumero(rpps) ? rpps : null,
    // A professional acts in their own name: only who has no number may act for another.
    ...(rpps === undefined && estNumero(pour_le_compte_de) ? { pourLeCompteDe: pour_le_compte_de } : {}),
    structures: textes(structures),
    profils: textes(profils),
    scopes: typeof scope === "string" ? textes(scope.split(" ").filter((portee) => portee !== "")) : [],
    clientId: estLisible(client_id) ? client_id : null,
  };
}

const estLisible = (claim: unknown): claim is string => typeof claim === "string" && LISIBLE.test(claim);

const estNumero = (claim: unknown): claim is string => typeof claim === "string" && NUMERO_RPPS.test(claim);

const textes = (claim: unknown): string[] =>
  Array.isArray(claim) && claim.length <= VALEURS_MAXIMUM ? claim.filter(estLisible) : [];

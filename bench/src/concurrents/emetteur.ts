import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** An issuer of access tokens for one run, as a deployment has one beside the house. */
export interface Emetteur {
  readonly issuer: string;
  readonly jwksUri: string;
  /** A token that may read everything, for a day. */
  readonly jeton: string;
}

/** Publishes a key on the loopback until the process ends, and signs one token with it. */
export async function ouvrirUnEmetteur(audience: string): Promise<Emetteur> {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const cle = { ...(await exportJWK(publicKey)), kid: "banc", alg: "ES256", use: "sig" };
  const serveur = createServer((_demande, reponse) => {
    reponse.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [cle] }));
  });
  await new Promise<void>((resolve) => serveur.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`;
  const jeton = await new SignJWT({ scope: "annuaire:lire parcours:lire" })
    .setProtectedHeader({ alg: "ES256", kid: "banc", typ: "at+jwt" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject("banc")
    .setIssuedAt()
    .setExpirationTime("1d")
    .sign(privateKey);
  return { issuer, jwksUri: `${issuer}/jwks`, jeton };
}

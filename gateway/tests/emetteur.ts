import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from "jose";

export const AUDIENCE = "https://api.test";

/** An issuer of access tokens on loopback: its published keys, and the means to sign well or badly. */
export interface Emetteur {
  readonly issuer: string;
  readonly jwksUri: string;
  /** A token that is right but for what is given. */
  signer(ecart?: { claims?: Record<string, unknown>; header?: Partial<JWTHeaderParameters> }): Promise<string>;
  stop(): Promise<void>;
}

/** Starts an issuer whose keys are ES256 and, published beside, PS256: an algorithm the gateway does not take. */
export async function startEmetteur(): Promise<Emetteur> {
  const [es256, ps256] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("PS256")]);
  const keys = await Promise.all([
    exportJWK(es256.publicKey).then((jwk) => ({ ...jwk, kid: "es", alg: "ES256", use: "sig" })),
    exportJWK(ps256.publicKey).then((jwk) => ({ ...jwk, kid: "ps", alg: "PS256", use: "sig" })),
  ]);
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    jwksUri: `${issuer}/jwks`,
    signer: ({ claims = {}, header = {} } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ iss: issuer, aud: AUDIENCE, sub: "u-1", iat: now, exp: now + 60, ...claims })
        .setProtectedHeader({ alg: "ES256", kid: "es", typ: "at+jwt", ...header })
        .sign(header.alg === "PS256" ? ps256.privateKey : es256.privateKey);
    },
    stop: () => fermer(server),
  };
}

const fermer = (server: ReturnType<typeof createServer>): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from "jose";

export const AUDIENCE = "https://api.test";

interface Ecart {
  readonly claims?: Record<string, unknown>;
  readonly header?: Partial<JWTHeaderParameters>;
}

/** An issuer of access tokens on loopback: its published keys, and the means to sign well or badly. */
export interface Emetteur {
  readonly issuer: string;
  readonly jwksUri: string;
  /** Its public keys, as anybody may read them. */
  readonly publiees: () => readonly JWK[];
  /** How many times it was asked for its keys. */
  readonly demandes: () => number;
  /** A token that is right but for what is given. */
  signer(ecart?: Ecart): Promise<string>;
  /** Publishes and signs with a new ES256 key of this name, in the place of the one before. */
  tourner(kid: string): Promise<void>;
  /** Answers nobody, until `rallumer`, at the same address. */
  eteindre(): Promise<void>;
  rallumer(): Promise<void>;
  stop(): Promise<void>;
}

type Algorithme = "ES256" | "RS256" | "PS256";

async function nouvelleCle(alg: Algorithme, kid: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg, use: "sig" };
  return { alg, jwk, privateKey };
}

/** Starts an issuer whose keys are ES256, RS256 and, published beside, PS256: an algorithm the gateway does not take. */
export async function startEmetteur(): Promise<Emetteur> {
  let [es256, ...autres] = await Promise.all([
    nouvelleCle("ES256", "es"),
    nouvelleCle("RS256", "rs"),
    nouvelleCle("PS256", "ps"),
  ]);
  let demandes = 0;
  const publiees = () => [es256, ...autres].map(({ jwk }) => jwk);
  const repondre = (): Server =>
    createServer((_request, response) => {
      demandes += 1;
      response.setHeader("content-type", "application/json").end(JSON.stringify({ keys: publiees() }));
    });
  let server = repondre();
  await ecouter(server, 0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const eteindre = () => fermer(server);
  return {
    issuer,
    jwksUri: `${issuer}/jwks`,
    publiees,
    demandes: () => demandes,
    signer: ({ claims = {}, header = {} } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const cle = autres.find(({ alg }) => alg === header.alg) ?? es256;
      return new SignJWT({ iss: issuer, aud: AUDIENCE, sub: "u-1", iat: now, exp: now + 60, ...claims })
        .setProtectedHeader({ alg: cle.alg, kid: String(cle.jwk.kid), typ: "at+jwt", ...header })
        .sign(cle.privateKey);
    },
    tourner: async (kid) => {
      es256 = await nouvelleCle("ES256", kid);
    },
    eteindre,
    rallumer: async () => {
      server = repondre();
      await ecouter(server, port);
    },
    stop: eteindre,
  };
}

const ecouter = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });

const fermer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

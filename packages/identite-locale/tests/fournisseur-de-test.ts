import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { type IdentityProvider, type IdentityProviderOptions, startIdentityProvider } from "../src/index.ts";

export const AUDIENCE = "urn:coordination:test";

/** A data folder of its own for one test file. */
export async function dossierDeDonnees(): Promise<{ dataDir: string; supprimer: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), "identite-locale-"));
  return { dataDir, supprimer: () => rm(dataDir, { recursive: true }) };
}

const demarres: IdentityProvider[] = [];

/** Starts a provider on a free port; `arreterTous` stops it even when the test failed before its end. */
export async function demarrer(
  dataDir: string,
  ecart: Partial<IdentityProviderOptions> = {},
): Promise<IdentityProvider> {
  const defauts = { host: "127.0.0.1", port: 0, audience: AUDIENCE, dataDir };
  const fournisseur = await startIdentityProvider({ ...defauts, ...ecart });
  demarres.push(fournisseur);
  return fournisseur;
}

export async function arreterTous(): Promise<void> {
  await Promise.all(demarres.splice(0).map((fournisseur) => fournisseur.stop()));
}

/** Verifies a token the way our API does: keys fetched from the running provider. */
export function verifier(jeton: string, { issuer, jwksUri }: IdentityProvider, audience = AUDIENCE) {
  return jwtVerify(jeton, createRemoteJWKSet(new URL(jwksUri)), {
    issuer,
    audience,
    typ: "at+jwt",
    algorithms: ["ES256"],
    requiredClaims: ["sub", "exp", "iat", "jti", "client_id"],
  });
}

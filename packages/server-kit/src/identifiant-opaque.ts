import { hkdfSync } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";

export interface IdentifiantsOpaques<Contenu> {
  /** Encrypts and authenticates the content; valid `ttlSeconds`. */
  encoder(contenu: Contenu): Promise<string>;
  /** The content, or null when the identifier is forged, truncated, expired, of another kind or of another version. */
  decoder(id: string): Promise<Contenu | null>;
}

/**
 * Derived identifiers: what is needed to answer again, encrypted, so that nothing is stored and nothing leaks
 * (criteria of a need are health data). Never log one.
 * `kind` separates the keys; `version` changes with the shape of the content; JWE `dir` + A256GCM, by jose.
 */
export function createIdentifiantsOpaques<Contenu extends object>(options: {
  secret: string;
  kind: string;
  version: number;
  ttlSeconds: number;
}): IdentifiantsOpaques<Contenu> {
  const { secret, kind, version, ttlSeconds } = options;
  const key = new Uint8Array(hkdfSync("sha256", secret, "coordination", `identifiant:${kind}:${version}`, 32));
  return {
    encoder: (contenu) =>
      new EncryptJWT({ c: contenu })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setExpirationTime(Math.floor(Date.now() / 1000) + ttlSeconds)
        .encrypt(key),
    decoder: async (id) => {
      try {
        const { payload } = await jwtDecrypt<{ c: Contenu }>(id, key, {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
        });
        return payload.c;
      } catch {
        // Whatever is wrong with it, the client may only learn that there is nothing there.
        return null;
      }
    },
  };
}

import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MaisonDeTest } from "../journeys/maison.fixture.ts";

/** A key as the provider keeps it. */
type Cle = Readonly<Record<"kid" | "kty" | "crv" | "d" | "x" | "y", string>>;
type Objet = Readonly<Record<string, unknown>>;

/** A forger: holds what an attacker may hold, and the issuer's own key, to lie in well signed tokens. */
export interface Faussaire {
  /** Signed by the issuer itself, right but for what is given. */
  signe(ecart?: { claims?: Objet; header?: Objet }): string;
  /** The same, by the attacker's own key. */
  contrefait(ecart?: { claims?: Objet; header?: Objet }): string;
  /** The same, with a MAC whose secret is the issuer's public key, written in each usual way. */
  confond(): string[];
  /** The same, with this signature, whatever it is worth. */
  pose(signature: string, header?: Objet): string;
  /** The attacker's public key. */
  readonly clePublique: Objet;
}

const base64 = (objet: Objet): string => Buffer.from(JSON.stringify(objet)).toString("base64url");

const es256 = (contenu: string, key: KeyObject): string =>
  sign("sha256", Buffer.from(contenu), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");

/** Reads the local provider's key where it keeps it; jose is left out, since it would refuse to write most of this. */
export function ouvrirFaussaire({ configuration, issuer }: MaisonDeTest): Faussaire {
  const fichier = readFileSync(join(configuration.dataDir, "identite", "cles.json"), "utf8");
  const { jwks } = JSON.parse(fichier) as { jwks: { keys: [Cle] } };
  const [jwk] = jwks.keys;
  const cleDeLEmetteur = createPrivateKey({ key: jwk, format: "jwk" });
  const intrus = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const contenu = ({ claims = {}, header = {} }: { claims?: Objet; header?: Objet }): string => {
    const maintenant = Math.floor(Date.now() / 1000);
    const corps = {
      iss: issuer,
      aud: configuration.audience,
      sub: "demo-intrus",
      iat: maintenant,
      exp: maintenant + 300,
      scope: "parcours:lire parcours:ecrire",
      profils: ["coordinatrice-dac"],
      structures: ["1690000017"],
      client_id: "graphiql",
    };
    return `${base64({ alg: "ES256", typ: "at+jwt", kid: jwk.kid, ...header })}.${base64({ ...corps, ...claims })}`;
  };
  const signerPar =
    (cle: KeyObject) =>
    (ecart: { claims?: Objet; header?: Objet } = {}) => {
      const signe = contenu(ecart);
      return `${signe}.${es256(signe, cle)}`;
    };
  const publique = createPublicKey(cleDeLEmetteur);
  const { d: _secret, ...jwkPublic } = jwk;
  const secrets = [
    publique.export({ type: "spki", format: "pem" }),
    publique.export({ type: "spki", format: "der" }),
    JSON.stringify(jwkPublic),
    jwkPublic.x,
  ];
  return {
    signe: signerPar(cleDeLEmetteur),
    contrefait: signerPar(intrus.privateKey),
    confond: () =>
      secrets.map((secret) => {
        const signe = contenu({ header: { alg: "HS256" } });
        return `${signe}.${createHmac("sha256", secret).update(signe).digest("base64url")}`;
      }),
    pose: (signature, header = {}) => `${contenu({ header })}.${signature}`,
    clePublique: { ...intrus.publicKey.export({ format: "jwk" }), alg: "ES256", use: "sig" },
  };
}

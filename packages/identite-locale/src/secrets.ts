import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { IdentiteLocaleError } from "./erreur.ts";
import { NOMS_DE_PROFIL, type NomDeProfil } from "./profils.ts";

/** What the provider signs with. Kept, so that a token outlives a restart. */
interface Cles {
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly cookies: readonly string[];
}

type SecretsDesClients = Readonly<Record<NomDeProfil, string>>;

export interface Secrets extends Cles {
  readonly clients: SecretsDesClients;
}

const CLES = "cles.json";
const CLIENTS = "clients.json";
const dossierDe = (dataDir: string) => join(dataDir, "identite");
const nouveauSecret = () => randomBytes(32).toString("base64url");

/**
 * Takes the data folder; returns the signing keys and client secrets, generated at the first start and kept with mode 0600.
 * Throws SECRETS_ILLISIBLES when a kept file cannot be read.
 */
export async function preparerSecrets(dataDir: string): Promise<Secrets> {
  const dossier = dossierDe(dataDir);
  // Only our own folder is closed: others (the embedded database's user) have to pass through the data folder.
  await mkdir(dataDir, { recursive: true });
  await mkdir(dossier, { recursive: true, mode: 0o700 });
  const cles = (await lire<Cles>(dossier, CLES)) ?? (await garder(dossier, CLES, await nouvellesCles()));
  const clients = await preparerClients(dossier);
  await Promise.all([CLES, CLIENTS].map((fichier) => chmod(join(dossier, fichier), 0o600)));
  return { ...cles, clients };
}

/** Takes the data folder and a profile; returns its client secret, or `null` when no provider ever started there. */
export async function lireSecretDuClient(dataDir: string, profil: NomDeProfil): Promise<string | null> {
  const clients = await lire<Partial<SecretsDesClients>>(dossierDe(dataDir), CLIENTS);
  return clients?.[profil] ?? null;
}

async function nouvellesCles(): Promise<Cles> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { jwks: { keys: [{ ...jwk, kid, alg: "ES256", use: "sig" }] }, cookies: [nouveauSecret()] };
}

/** A profile added by a later version gets its secret; the others keep theirs. */
async function preparerClients(dossier: string): Promise<SecretsDesClients> {
  const connus = (await lire<Partial<SecretsDesClients>>(dossier, CLIENTS)) ?? {};
  const entrees = NOMS_DE_PROFIL.map((nom) => [nom, connus[nom] ?? nouveauSecret()] as const);
  const clients = Object.fromEntries(entrees) as SecretsDesClients;
  const complet = NOMS_DE_PROFIL.every((nom) => connus[nom] !== undefined);
  return complet ? clients : garder(dossier, CLIENTS, clients);
}

/** Written aside then renamed: a start that is killed never leaves half a file. */
async function garder<T>(dossier: string, fichier: string, contenu: T): Promise<T> {
  const provisoire = join(dossier, `.${fichier}.${process.pid}`);
  await writeFile(provisoire, `${JSON.stringify(contenu, null, 2)}\n`, { mode: 0o600 });
  await rename(provisoire, join(dossier, fichier));
  return contenu;
}

async function lire<T>(dossier: string, fichier: string): Promise<T | null> {
  const chemin = join(dossier, fichier);
  try {
    return JSON.parse(await readFile(chemin, "utf8")) as T;
  } catch (cause) {
    if (estAbsence(cause)) return null;
    throw new IdentiteLocaleError(
      "SECRETS_ILLISIBLES",
      `« ${chemin} » ne peut pas être lu (fichier abîmé, ou créé par un autre utilisateur). Supprimez-le : il sera recréé au prochain démarrage.`,
      { cause },
    );
  }
}

const estAbsence = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "ENOENT";

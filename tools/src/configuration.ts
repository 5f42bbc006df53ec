import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { DemandeDeMesures } from "@coordination/server-kit";
import { z } from "zod";
import { type ReglagesDesLimites, reglagesDesLimites, VARIABLES_DES_LIMITES } from "./limites.ts";
import { racine } from "./racine.ts";

const SECRET_MINIMUM = 32;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

const port = z.coerce
  .number("doit être un nombre")
  .int("doit être un entier")
  .min(1, "au moins 1")
  .max(65_000, "au plus 65000");
const vide = (valeur: unknown) => (valeur === "" ? undefined : valeur);
/** What a browser sends as `Origin`: no path, no `*`. */
const origine = z
  .string()
  .refine(
    (valeur) => URL.canParse(valeur) && new URL(valeur).origin === valeur,
    "origines https://hôte, séparées par des virgules",
  );
const facultatif = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(vide, schema.optional());

const schemaEnvironnement = z.object({
  PORT: z.preprocess(vide, port.default(4000)),
  HOST: z.preprocess(vide, z.string().default("127.0.0.1")),
  DATA_DIR: z.preprocess(vide, z.string().default(".data")),
  DATABASE_URL: facultatif(z.url({ protocol: /^postgres(ql)?$/, error: "doit être une adresse postgres://…" })),
  JEU: z.preprocess(vide, z.enum(["demo", "vide"], "vaut « demo » ou « vide »").default("demo")),
  INTERNAL_SECRET: facultatif(z.string().min(SECRET_MINIMUM, `au moins ${SECRET_MINIMUM} caractères`)),
  ISSUER: facultatif(z.url("doit être une adresse")),
  AUDIENCE: z.preprocess(vide, z.string().default("https://coordination.example/api")),
  JWKS_URI: facultatif(z.url("doit être une adresse")),
  CORS_ORIGINS: z.preprocess(
    (valeur) =>
      typeof valeur === "string"
        ? valeur
            .split(",")
            .map((une) => une.trim())
            .filter((une) => une !== "")
        : [],
    z.array(origine),
  ),
  STOP_DELAY_MS: z.preprocess(
    vide,
    z.coerce
      .number("doit être un nombre")
      .int("doit être un entier")
      .min(0, "au moins 0")
      .max(60_000, "au plus 60000")
      .default(1_000),
  ),
  ...VARIABLES_DES_LIMITES,
  METRICS_HOST: z.preprocess(vide, z.string().default("127.0.0.1")),
  METRICS_PORT: facultatif(
    z.coerce.number("doit être un nombre").int("doit être un entier").min(0).max(65_000, "au plus 65000"),
  ),
  PARCOURS_PROCESSES: z.preprocess(
    vide,
    z.coerce
      .number("doit être un nombre")
      .int("doit être un entier")
      .min(1, "au moins 1")
      .max(4, "au plus 4")
      .default(1),
  ),
  NODE_ENV: z.preprocess(vide, z.string().default("development")),
});

/** Where the configuration stands, read once at start. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Absolute folder of the embedded database, the secrets and the pids. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly jeu: "demo" | "vide";
  readonly internalSecret: string | undefined;
  /** Someone else's identity provider; undefined when the local one must run. */
  readonly fournisseur: { readonly issuer: string; readonly jwksUri: string } | undefined;
  readonly audience: string;
  /** The origins whose pages may call the gateway from a browser. */
  readonly origines: readonly string[];
  /** How long a gateway asked to stop says so, while it still answers. */
  readonly delaiArretMs: number;
  readonly production: boolean;
  /** How many processes serve `parcours` in the distributed mode; one when absent. */
  readonly processusDeParcours?: number;
  /** How long a service that died waits before it is started again, in the distributed mode; ten seconds when absent. */
  readonly delaiDeRelanceMs?: number;
  /** What bounds a client at the public door. */
  readonly limites: ReglagesDesLimites;
  /** Where the measures are read; undefined when they are off. */
  readonly mesures?: DemandeDeMesures | undefined;
}

/** A message for the person who starts the program, without a stack. */
export class ConfigurationError extends Error {}

/**
 * Reads and checks the environment. Throws one ConfigurationError that names every wrong variable.
 * A relative DATA_DIR is taken from the project's folder, so that every command finds the same one.
 */
export function lireConfiguration(environnement: NodeJS.ProcessEnv): Configuration {
  const lu = schemaEnvironnement.safeParse(environnement);
  if (!lu.success) {
    const lignes = lu.error.issues.map((issue) => `  ${issue.path.join(".")} : ${issue.message}`);
    throw new ConfigurationError(`Configuration invalide :\n${lignes.join("\n")}`);
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, JEU, INTERNAL_SECRET, ISSUER, AUDIENCE, JWKS_URI, NODE_ENV } = lu.data;
  const chezSoi = LOOPBACK.has(HOST) && NODE_ENV !== "production";
  if ((ISSUER === undefined) !== (JWKS_URI === undefined)) {
    throw new ConfigurationError("Configuration invalide :\n  ISSUER et JWKS_URI vont ensemble.");
  }
  const configuration: Configuration = {
    port: PORT,
    host: HOST,
    dataDir: resolve(racine, DATA_DIR),
    databaseUrl: DATABASE_URL,
    jeu: JEU,
    internalSecret: INTERNAL_SECRET,
    fournisseur: ISSUER === undefined || JWKS_URI === undefined ? undefined : { issuer: ISSUER, jwksUri: JWKS_URI },
    audience: AUDIENCE,
    origines: lu.data.CORS_ORIGINS,
    delaiArretMs: lu.data.STOP_DELAY_MS,
    production: NODE_ENV === "production",
    processusDeParcours: lu.data.PARCOURS_PROCESSES,
    limites: reglagesDesLimites(lu.data, chezSoi),
    mesures: adresseDesMesures(lu.data),
  };
  if (!chezSoi) refuserUneMaisonOuverte(configuration);
  return configuration;
}

/** On PORT+2 unless told otherwise; METRICS_PORT=0 turns them off, another one must be free. */
const ECART_DES_MESURES = 2;

function adresseDesMesures({
  METRICS_HOST: host,
  METRICS_PORT: demande,
  PORT,
}: z.infer<typeof schemaEnvironnement>): DemandeDeMesures | undefined {
  if (demande === 0) return undefined;
  return { host, port: demande ?? PORT + ECART_DES_MESURES, exige: demande !== undefined };
}

/** What is comfortable on one's own machine is refused anywhere else. */
function refuserUneMaisonOuverte({ host, internalSecret, fournisseur }: Configuration): void {
  const manques = [
    ...(internalSecret === undefined ? [`INTERNAL_SECRET : obligatoire (${SECRET_MINIMUM} caractères au moins)`] : []),
    ...(fournisseur === undefined
      ? ["ISSUER et JWKS_URI : obligatoires, le fournisseur d'identité local y est refusé"]
      : []),
  ];
  if (manques.length > 0) {
    throw new ConfigurationError(
      `En production ou hors de la boucle locale (HOST=${host}), il manque :\n${manques.map((manque) => `  ${manque}`).join("\n")}`,
    );
  }
}

/** INTERNAL_SECRET, or the one made at first start and kept for this machine only (mode 0600). */
export function lireSecretInterne({ internalSecret, dataDir }: Configuration): string {
  if (internalSecret !== undefined) return internalSecret;
  const fichier = join(dataDir, "secret-interne");
  if (existsSync(fichier)) return readFileSync(fichier, "utf8");
  const secret = randomBytes(SECRET_MINIMUM).toString("base64url");
  mkdirSync(dirname(fichier), { recursive: true });
  writeFileSync(fichier, secret, { mode: 0o600, flag: "wx" });
  return secret;
}

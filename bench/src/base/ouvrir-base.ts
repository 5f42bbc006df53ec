import { createHash } from "node:crypto";
import { join } from "node:path";
import { prepareDatabase, startEmbeddedPostgres, withAdminClient } from "@coordination/database";
import { cheminDesCommunes } from "@coordination/structures";
import { importerFichier, services } from "@coordination/tools";
import { type FichiersGeneres, genererLAnnuaire, VERSION_DU_GENERATEUR } from "../generateur/generer.ts";
import { declarerDisponibilites, declarerTerritoires } from "./declarer.ts";
import { preparerLesTables } from "./tables-du-banc.ts";

/** Where a loaded directory is, and the secret that its services' passwords follow from. */
export interface Annuaire {
  readonly adminUrl: string;
  readonly secret: string;
}

/** A loaded directory, and how to leave it. */
interface BaseDuBanc extends Annuaire {
  readonly fichiers: FichiersGeneres;
  stop(): Promise<void>;
}

/** Not a secret: this server holds invented people only, and listens on the loopback. */
const SECRET_DU_BANC = "banc-d-essai-sans-aucun-secret-32-caracteres";

/** Changes with what `declarer.ts` writes. */
const VERSION_DES_DECLARATIONS = 1;

/** Starts the bench's PostgreSQL, with its administrator's URL. */
export const demarrerPostgres = (data: string) => startEmbeddedPostgres({ dataDir: join(data, "postgres") });

/**
 * Opens the directory of `taille` times the country: migrated and loaded by the house's own code, or found as it was left
 * when nothing it is made of has changed.
 */
export async function ouvrirLaBase(
  data: string,
  { taille, refaire, annoncer }: { taille: number; refaire: boolean; annoncer: (phrase: string) => void },
): Promise<BaseDuBanc> {
  const fichiers = await genererLAnnuaire(data, taille, annoncer);
  const serveur = await demarrerPostgres(data);
  try {
    const nom = `annuaire_${String(taille).replace(".", "_")}`;
    const adminUrl = urlDe(serveur.url, nom);
    const empreinte = empreinteDe(taille);
    const base = { adminUrl, secret: SECRET_DU_BANC, fichiers, stop: serveur.stop };
    if (refaire || (await empreinteEnPlace(serveur.url, nom)) !== empreinte) {
      await recreer(serveur.url, nom);
      await preparer(adminUrl);
      await remplir(adminUrl, fichiers, annoncer);
      await withAdminClient(serveur.url, (client) => client.query(`comment on database ${nom} is '${empreinte}'`));
    }
    await preparerLesTables(adminUrl);
    return base;
  } catch (error) {
    await serveur.stop();
    throw error;
  }
}

/** An empty, migrated database beside the loaded ones, replaced when it is there. */
export async function ouvrirUneBaseVide(serverUrl: string, nom: string): Promise<Annuaire> {
  await recreer(serverUrl, nom);
  const adminUrl = urlDe(serverUrl, nom);
  await preparer(adminUrl);
  return { adminUrl, secret: SECRET_DU_BANC };
}

/** Loads the generated files into a migrated database, by the house's own importers. */
export async function remplir(
  adminUrl: string,
  fichiers: FichiersGeneres,
  annoncer: (phrase: string) => void,
): Promise<void> {
  const etape = async (phrase: string, travail: () => Promise<unknown>): Promise<void> => {
    const debut = performance.now();
    await travail();
    annoncer(`  ${phrase} : ${((performance.now() - debut) / 1000).toFixed(1)} s`);
  };
  annoncer("Chargement par les importeurs de la maison…");
  await etape("communes", () => importerFichier(adminUrl, "communes", cheminDesCommunes));
  await etape("FINESS", () => importerFichier(adminUrl, "finess", fichiers.finess));
  await etape("RPPS", () => importerFichier(adminUrl, "rpps", fichiers.rpps));
  await etape("disponibilités et territoires inventés", async () => {
    await declarerTerritoires(adminUrl, fichiers.territoires);
    await declarerDisponibilites(adminUrl);
  });
}

const preparer = (adminUrl: string) =>
  prepareDatabase({ adminUrl, secret: SECRET_DU_BANC, services: Object.values(services) });

function urlDe(serverUrl: string, nom: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${nom}`;
  return url.href;
}

const recreer = (serverUrl: string, nom: string): Promise<void> =>
  withAdminClient(serverUrl, async (client) => {
    await client.query(`drop database if exists ${nom} with (force)`);
    await client.query(`create database ${nom}`);
  });

const empreinteEnPlace = (serverUrl: string, nom: string): Promise<string | null> =>
  withAdminClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ empreinte: string | null }>(
      "select shobj_description(oid, 'pg_database') as empreinte from pg_database where datname = $1",
      [nom],
    );
    return rows[0]?.empreinte ?? null;
  });

/**
 * Of what the measured tables are made of: the importers' code is not in it, `--refaire` after a change there. The other two
 * services bring their own tables up to date when the house starts.
 */
function empreinteDe(taille: number): string {
  const migrations = [services.structures, services.professionals].map(({ migrations }) => migrations);
  return createHash("sha256")
    .update(JSON.stringify([VERSION_DU_GENERATEUR, VERSION_DES_DECLARATIONS, taille, migrations]))
    .digest("hex");
}

import { join } from "node:path";
import { type MigratedService, prepareDatabase, startEmbeddedPostgres } from "@coordination/database";
import { basePasserelle } from "@coordination/gateway";
import { type Configuration, lireSecretInterne } from "./configuration.ts";
import { services } from "./services.ts";

/** A database ready for the four services, embedded or not. */
export interface Base {
  readonly adminUrl: string;
  /** One connection URL per service, and one for the gateway (`passerelle`). */
  readonly urls: Readonly<Record<string, string>>;
  readonly secret: string;
  stop(): Promise<void>;
}

/** The four services, and what gateways share. */
export const schemas: readonly MigratedService[] = [...Object.values(services), basePasserelle];

/** Starts or joins the database, and brings roles and migrations up to date. Throws DatabaseUnavailable. */
export async function ouvrirBase(configuration: Configuration): Promise<Base> {
  const secret = lireSecretInterne(configuration);
  const serveur =
    configuration.databaseUrl === undefined
      ? await startEmbeddedPostgres({ dataDir: join(configuration.dataDir, "postgres") })
      : { url: configuration.databaseUrl, stop: async () => {} };
  try {
    const urls = await prepareDatabase({ adminUrl: serveur.url, secret, services: schemas });
    return { adminUrl: serveur.url, urls, secret, stop: serveur.stop };
  } catch (error) {
    await serveur.stop();
    throw error;
  }
}

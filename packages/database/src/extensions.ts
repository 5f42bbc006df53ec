import type pg from "pg";
import { DatabaseUnavailable } from "./database-unavailable.ts";
import { EXTENSIONS_SCHEMA } from "./service-identity.ts";

/** Both are "trusted": the owner of the database may install them without being a superuser. */
const EXTENSIONS = ["pg_trgm", "unaccent"] as const;

/** @throws DatabaseUnavailable when the server would not treat French text as the services count on. */
export async function checkTextRules(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; minuscule: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
            lower('ÉCOLE') as minuscule`,
  );
  const [server] = rows;
  if (server === undefined || server.version < 150_000) {
    throw new DatabaseUnavailable("VERSION", "PostgreSQL 15 ou plus récent est nécessaire.");
  }
  if (server.encoding !== "UTF8" || server.minuscule !== "école") {
    throw new DatabaseUnavailable(
      "SETTINGS",
      "La base doit être créée en UTF-8 avec une locale qui connaît les accents, par exemple : create database coordination encoding 'UTF8' locale 'C.UTF-8' template template0",
    );
  }
}

/** The schema that an extension is in: an administrator may have installed it elsewhere before us. */
async function schemaOf(client: pg.Client, extension: string): Promise<string> {
  const { rows } = await client.query<{ schema: string }>(
    "select extnamespace::regnamespace::text as schema from pg_extension where extname = $1",
    [extension],
  );
  const [found] = rows;
  if (found === undefined) throw new DatabaseUnavailable("SETTINGS", `L'extension PostgreSQL « ${extension} » manque.`);
  return found.schema;
}

/**
 * Installs what every service may use: the extensions and `extensions.sans_accents(text)`, which lowers, strips accents
 * and splits ligatures. `unaccent` is not immutable, for its dictionary could change; naming the dictionary and declaring
 * the wrapper immutable is what PostgreSQL's manual advises to make it usable in an index.
 */
export async function prepareExtensions(client: pg.Client): Promise<void> {
  await client.query(`create schema if not exists ${EXTENSIONS_SCHEMA}`);
  for (const extension of EXTENSIONS) {
    await client.query(`create extension if not exists ${extension} with schema ${EXTENSIONS_SCHEMA}`);
  }
  const unaccent = await schemaOf(client, "unaccent");
  await client.query(
    `create or replace function ${EXTENSIONS_SCHEMA}.sans_accents(text) returns text
       language sql immutable strict parallel safe
       as $$ select lower(${unaccent}.unaccent('${unaccent}.unaccent'::regdictionary, normalize($1, nfc))) $$`,
  );
}

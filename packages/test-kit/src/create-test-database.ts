import { createHash, randomBytes } from "node:crypto";
import { type MigratedService, prepareDatabase, serviceUrl, withAdminClient } from "@coordination/database";
import { databasePrefix, requireTestRun } from "./test-run.ts";

/** Roles belong to the whole server, so every test file must give them the same passwords. */
export const TEST_SECRET = "secret-des-tests-de-plus-de-trente-deux-caracteres";

/** Taken in the maintenance database, by whoever builds a template: roles are cluster-wide, and builders take turns. */
const TEMPLATE_LOCK = 7_730_211_908;

export interface TestDatabase {
  /** Administrator's URL of this database, for importers and fixtures. */
  readonly adminUrl: string;
  /** One URL per service name, under the service's own role. */
  readonly urls: Record<string, string>;
  drop(): Promise<void>;
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** What a template holds beside its tables: loaded once for all the test files that name it so. */
interface Content {
  readonly name: string;
  load(adminUrl: string): Promise<void>;
}

/** What a test file needs. */
interface Need {
  readonly services: readonly MigratedService[];
  readonly content?: Content;
}

/** The same migrations and the same content give the same template. */
function fingerprint({ services, content }: Need): string {
  return createHash("sha256")
    .update(JSON.stringify([services, content?.name]))
    .digest("hex")
    .slice(0, 16);
}

/** Builds the template of these migrations once for all the test files. @returns its name. */
async function ensureTemplate(need: Need): Promise<string> {
  const { services, content } = need;
  const { adminUrl, run } = requireTestRun();
  const template = `${databasePrefix(run)}${fingerprint(need)}`;
  await withAdminClient(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [template]);
    if (rowCount !== 0) return;
    // Under another name until it is whole: a failed migration leaves no half-made template.
    const draft = `${template}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    const draftUrl = withDatabase(adminUrl, draft);
    await prepareDatabase({ adminUrl: draftUrl, secret: TEST_SECRET, services });
    await content?.load(draftUrl);
    await client.query(`alter database ${draft} rename to ${template}`);
  });
  return template;
}

/**
 * Gives a test file a database of its own, migrated for these services; empty, or with this content.
 * @throws DatabaseUnavailable or Error as `prepareDatabase` does.
 */
export async function createTestDatabase(need: Need): Promise<TestDatabase> {
  const { services } = need;
  const { adminUrl } = requireTestRun();
  const template = await ensureTemplate(need);
  const database = `${template}_${randomBytes(4).toString("hex")}`;
  await withAdminClient(adminUrl, (client) => client.query(`create database ${database} template ${template}`));
  const ownUrl = withDatabase(adminUrl, database);
  return {
    adminUrl: ownUrl,
    urls: Object.fromEntries(services.map(({ name }) => [name, serviceUrl(ownUrl, TEST_SECRET, name)])),
    drop: async () => {
      await withAdminClient(adminUrl, (client) => client.query(`drop database if exists ${database} with (force)`));
    },
  };
}

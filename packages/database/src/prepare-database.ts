import type pg from "pg";
import { withAdminClient } from "./admin-client.ts";
import { checkTextRules, prepareExtensions } from "./extensions.ts";
import type { MigratedService } from "./migration.ts";
import { ensureRole, grantToService } from "./roles.ts";
import { runMigrations } from "./run-migrations.ts";
import { requireServiceName, serviceUrl } from "./service-identity.ts";

/** Any number, as long as nothing else in this database takes the same advisory lock. */
const PREPARATION_LOCK = 5_821_094_467;
const LOCK_TIMEOUT = "120s";

export interface PreparationOptions {
  /** A role that owns the database and may create roles; a superuser will do but is not needed. */
  readonly adminUrl: string;
  /** The services' passwords follow from it: the same secret must be given at each start. */
  readonly secret: string;
  readonly services: readonly MigratedService[];
}

/** On PostgreSQL 15 the schema `public` is closed already, but not in a database that came from an older one. */
async function closePublicSchema(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ open: boolean }>(
    `select exists (select from pg_namespace, aclexplode(nspacl) acl
                    where nspname = 'public' and grantee = 0 and privilege_type = 'CREATE') as open`,
  );
  if (rows[0]?.open) await client.query("revoke create on schema public from public");
}

async function prepareService(
  client: pg.Client,
  { adminUrl, secret }: PreparationOptions,
  service: MigratedService,
): Promise<void> {
  await ensureRole(client, adminUrl, secret, service.name);
  await client.query(`create schema if not exists ${requireServiceName(service.name)}`);
  await runMigrations(adminUrl, service);
  await grantToService(client, service);
}

/**
 * Makes the database ready for these services: extensions, one schema and one least-privilege role each, migrations.
 * Safe to repeat and to run from several processes at once: they take turns.
 * @returns one connection URL per service name.
 * @throws DatabaseUnavailable when the server is unreachable, unfit or denies a right; Error when migrations disagree.
 */
export async function prepareDatabase(options: PreparationOptions): Promise<Record<string, string>> {
  const { adminUrl, secret, services } = options;
  return withAdminClient(adminUrl, async (client) => {
    await checkTextRules(client);
    await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query("select pg_advisory_lock($1)", [PREPARATION_LOCK]);
    await closePublicSchema(client);
    await prepareExtensions(client);
    for (const service of services) await prepareService(client, options, service);
    return Object.fromEntries(services.map(({ name }) => [name, serviceUrl(adminUrl, secret, name)]));
  });
}

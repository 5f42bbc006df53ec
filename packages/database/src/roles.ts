import pg from "pg";
import { DatabaseUnavailable, errorCode } from "./database-unavailable.ts";
import type { MigratedService } from "./migration.ts";
import { HISTORY_TABLE } from "./run-migrations.ts";
import { scramVerifier } from "./scram-verifier.ts";
import { EXTENSIONS_SCHEMA, servicePassword, serviceRole, serviceUrl } from "./service-identity.ts";

const FORBIDDEN = "42501";
const ATTEMPTS = 5;

/**
 * Roles belong to the whole cluster, advisory locks to one database: two databases prepared at once may collide on a role.
 * 42710 and 23505: the other has just created it; XX000: "tuple concurrently updated".
 */
const isCollision = (error: unknown): boolean => ["42710", "23505", "XX000"].includes(errorCode(error));

interface RoleRow {
  readonly privileged: boolean;
}

async function findRole(client: pg.Client, role: string): Promise<RoleRow | undefined> {
  const { rows } = await client.query<RoleRow>(
    "select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication as privileged from pg_roles where rolname = $1",
    [role],
  );
  return rows[0];
}

/** Whether the service could open a session with the password that it will be given. */
async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (["28P01", "28000", FORBIDDEN].includes(errorCode(error))) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createOrAlter(client: pg.Client, role: string, verifier: string): Promise<void> {
  const existing = await findRole(client, role);
  if (existing?.privileged) {
    throw new DatabaseUnavailable(
      "ROLES",
      `Le rôle ${role} a plus de droits qu'un service n'en doit avoir. Faites exécuter : alter role ${role} nosuperuser nocreatedb nocreaterole nobypassrls noreplication`,
    );
  }
  const statement =
    existing === undefined
      ? `create role ${role} login nosuperuser nocreatedb nocreaterole noinherit password '${verifier}'`
      : `alter role ${role} login password '${verifier}'`;
  await client.query(statement);
}

/**
 * Makes the role of a service exist with the password that follows from the secret.
 * Where `DATABASE_URL` may not manage roles, a role made by hand with that password will do.
 * @throws DatabaseUnavailable naming the SQL to run by hand.
 */
export async function ensureRole(client: pg.Client, adminUrl: string, secret: string, service: string): Promise<void> {
  const role = serviceRole(service);
  const verifier = scramVerifier(servicePassword(secret, service));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await createOrAlter(client, role, verifier);
      return;
    } catch (error) {
      if (isCollision(error) && attempt < ATTEMPTS) continue;
      if (errorCode(error) !== FORBIDDEN) throw error;
      if (await canConnect(serviceUrl(adminUrl, secret, service))) return;
      const verb = (await findRole(client, role)) === undefined ? "create" : "alter";
      throw new DatabaseUnavailable(
        "ROLES",
        `DATABASE_URL n'a pas le droit de gérer le rôle ${role}. Faites exécuter par un administrateur : ${verb} role ${role} login password '${verifier}'`,
        error,
      );
    }
  }
}

/**
 * Gives a service its own schema's rows and nothing else: no table of its own, no other schema.
 * Repeated at each start, so that the tables of a new migration are covered whoever created them.
 */
export async function grantToService(
  client: pg.Client,
  { name: service, appendOnly = [] }: MigratedService,
): Promise<void> {
  const role = serviceRole(service);
  await client.query(`
    revoke all on schema ${service} from public;
    grant usage on schema ${service}, ${EXTENSIONS_SCHEMA} to ${role};
    grant select, insert, update, delete on all tables in schema ${service} to ${role};
    grant usage, select on all sequences in schema ${service} to ${role};
    alter default privileges in schema ${service} grant select, insert, update, delete on tables to ${role};
    alter default privileges in schema ${service} grant usage, select on sequences to ${role};
    revoke insert, update, delete on ${service}.${HISTORY_TABLE} from ${role};
    ${appendOnly.map((table) => `revoke update, delete on ${service}.${table} from ${role};`).join("\n")}
  `);
}

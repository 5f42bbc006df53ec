import { randomBytes } from "node:crypto";
import { withAdminClient } from "../src/index.ts";

/** Roles belong to the whole server: every test gives them the same passwords. */
export const SECRET = "secret-des-tests";

/** The server of the run, from the global set-up of test-kit (which depends on this package, not the reverse). */
export function serverUrl(): string {
  const url = process.env.COORDINATION_TEST_ADMIN_URL;
  if (url === undefined) throw new Error("No test server");
  return url;
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export interface FreshDatabase {
  readonly name: string;
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/** An empty database, not prepared for anything. */
export async function createFreshDatabase(): Promise<FreshDatabase> {
  // The run's prefix, so that the teardown drops what an interrupted test leaves.
  const name = `test_${process.env.COORDINATION_TEST_RUN}_base_${randomBytes(4).toString("hex")}`;
  await withAdminClient(serverUrl(), (client) => client.query(`create database ${name}`));
  return {
    name,
    adminUrl: withDatabase(serverUrl(), name),
    drop: async () => {
      await withAdminClient(serverUrl(), (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

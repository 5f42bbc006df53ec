/** What the global set-up tells the workers, through their environment. */
const ADMIN_URL_VARIABLE = "COORDINATION_TEST_ADMIN_URL";
const RUN_VARIABLE = "COORDINATION_TEST_RUN";

export interface TestRun {
  /** The server's maintenance database, as a role that may create databases and roles. */
  readonly adminUrl: string;
  /** Tells this run's databases from another's on the same server. */
  readonly run: string;
}

export function publishTestRun({ adminUrl, run }: TestRun): void {
  process.env[ADMIN_URL_VARIABLE] = adminUrl;
  process.env[RUN_VARIABLE] = run;
}

/** @throws Error outside Vitest, or when its configuration lost the global set-up. */
export function requireTestRun(): TestRun {
  const adminUrl = process.env[ADMIN_URL_VARIABLE];
  const run = process.env[RUN_VARIABLE];
  if (adminUrl === undefined || run === undefined) {
    throw new Error("No test server: Vitest must run with packages/test-kit/src/global-setup.ts");
  }
  return { adminUrl, run };
}

/** First part of the name of each database of a run. */
export const databasePrefix = (run: string): string => `test_${run}_`;

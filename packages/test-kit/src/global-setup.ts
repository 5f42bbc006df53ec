import { randomBytes } from "node:crypto";
import globalTeardown from "./global-teardown.ts";
import { publishTestRun } from "./test-run.ts";
import { startTestServer } from "./test-server.ts";

/** Before the run: one server for all the test files, embedded unless TEST_DATABASE_URL names one. Returns what ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const adminUrl = process.env.TEST_DATABASE_URL ?? (await startTestServer());
  publishTestRun({ adminUrl, run: randomBytes(4).toString("hex") });
  return globalTeardown;
}

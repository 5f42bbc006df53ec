import { randomBytes } from "node:crypto";
import { publishTestRun } from "./test-run.ts";
import { startTestServer } from "./test-server.ts";

// Jest loads this file through Node itself, without the "source" condition: it cannot import a workspace package.

/** Before the run: one server for all the test files, embedded unless TEST_DATABASE_URL names one. */
export default async function globalSetup(): Promise<void> {
  const adminUrl = process.env.TEST_DATABASE_URL ?? (await startTestServer());
  publishTestRun({ adminUrl, run: randomBytes(4).toString("hex") });
}

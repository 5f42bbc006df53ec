export { createTestDatabase, TEST_SECRET, type TestDatabase } from "./create-test-database.ts";
export { requireTestRun, type TestRun } from "./test-run.ts";

export { createTestDatabase, TEST_SECRET, type TestDatabase } from "./create-test-database.ts";
export { argumentsDe, ecrireRequete, type Tirer } from "./requetes-au-hasard.ts";
export { requireTestRun, type TestRun } from "./test-run.ts";

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** One configuration for every workspace: TypeScript as it is written, one embedded PostgreSQL for the run. */
export default defineConfig({
  resolve: {
    // Vite would take the ES build, our libraries take the other: two GraphQLs do not know each other's types.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) }],
  },
  environments: { ssr: { resolve: { conditions: ["source", "node"] } } },
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.data/**"],
    globalSetup: ["packages/test-kit/src/global-setup.ts"],
    setupFiles: ["packages/test-kit/src/worker-setup.ts"],
    // Modules are loaded once a worker, not once a file: loading them was most of the time of the run.
    pool: "forks",
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", "./tools/bin/summary.mjs"],
  },
});

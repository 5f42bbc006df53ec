/** One configuration for every workspace: TypeScript through swc, ES modules, one embedded PostgreSQL for the run. */
export default {
  testEnvironment: "node",
  testEnvironmentOptions: { customExportConditions: ["source", "node"] },
  extensionsToTreatAsEsm: [".ts"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/.data/"],
  modulePathIgnorePatterns: ["/dist/", "/.data/"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2023",
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
        module: { type: "es6" },
      },
    ],
  },
  transformIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/packages/test-kit/src/global-setup.ts",
  globalTeardown: "<rootDir>/packages/test-kit/src/global-teardown.ts",
  reporters: ["default", "<rootDir>/tools/bin/summary.mjs"],
  maxWorkers: 2,
  testTimeout: 120_000,
};

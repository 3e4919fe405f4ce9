import { defineConfig } from "vitest/config";
import unitTests from "./vitest.config.ts";

/** Several instances of the production build on one PostgreSQL. Skipped on a machine without PostgreSQL. */
export default defineConfig({
  ...unitTests,
  test: {
    ...unitTests.test,
    include: ["tests/instances/**/*.test.ts"],
    globalSetup: "tests/support/production-build.mjs",
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});

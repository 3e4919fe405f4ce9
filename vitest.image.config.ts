import { defineConfig } from "vitest/config";
import unitTests from "./vitest.config.ts";

/** What a container engine would run, run without one. */
export default defineConfig({
  ...unitTests,
  test: {
    ...unitTests.test,
    include: ["tests/image/**/*.test.ts"],
    globalSetup: "tests/support/production-build.mjs",
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});

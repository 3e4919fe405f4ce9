import { defineConfig } from "vitest/config";
import unitTests from "./vitest.config.ts";

/** The rows of the security bar. SECURITY_ROUNDS says how much longer than in the ordinary test run the cases go on. */
export default defineConfig({
  ...unitTests,
  test: {
    ...unitTests.test,
    include: ["tests/security/**/*.test.{ts,tsx}"],
    globalSetup: "tests/support/production-build.mjs",
    testTimeout: 600_000,
    hookTimeout: 180_000,
  },
});

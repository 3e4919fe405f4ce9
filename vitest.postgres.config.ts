import { defineConfig } from "vitest/config";
import unitTests from "./vitest.config.ts";

/** The unit tests of the server once more, each file on a PostgreSQL database of its own. */
export default defineConfig({
  ...unitTests,
  test: {
    ...unitTests.test,
    include: ["lib/server/**/*.test.ts"],
    globalSetup: "tests/support/shared-postgres.ts",
  },
});

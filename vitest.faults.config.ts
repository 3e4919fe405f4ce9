import { defineConfig } from "vitest/config";
import unitTests from "./vitest.config.ts";

/** Faults of processes, networks and disks, on the production build. FAULT_ROUNDS says how often the server is killed. */
export default defineConfig({
  ...unitTests,
  test: {
    ...unitTests.test,
    include: ["tests/{faults,telemetry}/**/*.test.ts"],
    globalSetup: "tests/faults/installation.ts",
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Each test has servers of its own: more of them at once would only wait for each other.
    fileParallelism: false,
    maxConcurrency: 2,
  },
});

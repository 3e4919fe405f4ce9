import { defineConfig } from "vitest/config";
import unitTests from "../../vitest.config.ts";

/** For what `disk-full.test.ts` runs on a disk of its own. */
export default defineConfig({
  ...unitTests,
  test: { ...unitTests.test, include: ["tests/faults/disk-full.scenario.ts"] },
});

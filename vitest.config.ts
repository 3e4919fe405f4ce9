import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Next turns this import into a build error in the browser; outside Next there is nothing to guard.
      "server-only": fileURLToPath(new URL("./tests/support/server-only.ts", import.meta.url)),
    },
  },
  test: {
    include: ["{app,components,deploy,lib,scripts}/**/*.test.{ts,tsx}"],
    environment: "node",
    // Many tests wait for what a service does not do; the default leaves one processor idle.
    maxWorkers: "100%",
    // Far above what any takes: a busy machine is no fault.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});

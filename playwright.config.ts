import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { testSettings } from "./tests/support/server-settings.ts";
import { systemBrowser } from "./tests/support/system-browser.ts";

/** The first of the two ports the servers of the projects listen on. */
const firstPort = Number(process.env.TEST_PORT ?? 3100);

const executablePath = systemBrowser();

/** A production server of its own, on the embedded services and a data folder that is thrown away. */
function server(name: string, port: number, settings: Record<string, string> = {}) {
  const dataDirectory =
    process.env[`TEST_DATA_${name}`] ?? mkdtempSync(join(tmpdir(), `branchline-${name}-`));
  process.env[`TEST_DATA_${name}`] = dataDirectory;
  return {
    command: "node --conditions=react-server scripts/start.mjs",
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
    env: {
      BRANCHLINE_OWN_NODE: "1",
      PORT: String(port),
      DATA_DIR: dataDirectory,
      ...testSettings,
      ...settings,
    },
  };
}

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results/browser",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    // A trace's film would take a third of the run's time.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-background-networking"],
    },
  },
  projects: [
    {
      name: "search",
      use: { baseURL: `http://localhost:${firstPort}`, viewport: { width: 1280, height: 800 } },
      testIgnore: "**/*.direct.spec.ts",
    },
    {
      name: "direct",
      use: { baseURL: `http://localhost:${firstPort + 1}`, viewport: { width: 1280, height: 800 } },
      testMatch: ["**/four-tasks.spec.ts", "**/*.direct.spec.ts"],
    },
    {
      name: "security",
      testDir: "tests/security",
      testMatch: "**/*.spec.ts",
      use: { baseURL: `http://localhost:${firstPort}`, viewport: { width: 1280, height: 800 } },
    },
  ],
  webServer: [
    server("search", firstPort),
    server("direct", firstPort + 1, { TOOL_ROUTER_MODE: "direct" }),
  ],
});

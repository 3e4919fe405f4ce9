import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlaywrightTestConfig, PlaywrightTestProject } from "@playwright/test";
import { testSettings } from "./server-settings.ts";
import { systemBrowser } from "./system-browser.ts";

/** The first of the ports that servers of browser tests listen on. */
export const firstPort = Number(process.env.TEST_PORT ?? 3100);

const executablePath = systemBrowser();

/** What projects that use the server at a port have in common. */
export const atPort = (port: number): PlaywrightTestProject["use"] => ({
  baseURL: `http://localhost:${port}`,
  viewport: { width: 1280, height: 800 },
});

/**
 * A production server of a project's own, on the embedded services and a data folder that is thrown away.
 *
 * @param options.script what starts it, when it is not the ordinary start
 */
export function productionServer(
  name: string,
  port: number,
  settings: Record<string, string> = {},
  script = "scripts/start.mjs",
) {
  const dataDirectory =
    process.env[`TEST_DATA_${name}`] ?? mkdtempSync(join(tmpdir(), `branchline-${name}-`));
  process.env[`TEST_DATA_${name}`] = dataDirectory;
  return {
    command: `node --conditions=react-server ${script}`,
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

/** @param name of the folder and the file in test-results that the suite writes to */
export const browserSuite = (name: string) =>
  ({
    testDir: "tests/browser",
    outputDir: `test-results/${name}`,
    fullyParallel: true,
    workers: 2,
    retries: 0,
    timeout: 60_000,
    expect: { timeout: 15_000 },
    reporter: [["list"], ["json", { outputFile: `test-results/${name}.json` }]],
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
  }) satisfies PlaywrightTestConfig;

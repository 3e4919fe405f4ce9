import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const suite = join(
  dirname(createRequire(import.meta.url).resolve("@modelcontextprotocol/conformance/package.json")),
  "dist/index.js",
);
const root = join(import.meta.dirname, "../../..");

/** Runs one client scenario of the official suite against our adapter. Answers the suite's words about it. */
async function runScenario(scenario: string): Promise<string> {
  const client = `${process.execPath} --conditions=react-server ${join(root, "tests/support/conformance-client.ts")}`;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [suite, "client", "--command", client, "--scenario", scenario],
    { cwd: root, timeout: 60_000 },
  );
  return stdout + stderr;
}

test.each(["initialize", "tools_call", "sse-retry"])(
  "passes the official client scenario %s",
  async (scenario) => {
    expect(await runScenario(scenario)).toMatch(/Passed: ([1-9]\d*)\/\1, 0 failed/);
  },
  70_000,
);

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  continueOnOwnNode,
  ensureInstalled,
  onOwnNode,
  ownEnvironment,
  root,
} from "./bootstrap.mjs";

const results = join(root, "test-results");
const counts = { passed: 0, flaky: 0, failed: 0, skipped: 0 };
const failures = [];
/** The tests that failed, by file and name: what they printed is far above the closing lines. */
const failedTests = [];
/** The tests that passed only when they were tried again. */
const flakyTests = [];

/** For steps whose tests share two processors with browsers and services; the bars are held at the first try. */
const again = 1;

/** What a command printed, and how it ended; `shown`: it prints by itself. */
function run(command, args, shown) {
  const { promise, resolve } = Promise.withResolvers();
  const printed = [];
  const child = spawn(command, args, {
    cwd: root,
    stdio: shown ? "inherit" : ["ignore", "pipe", "pipe"],
    env: ownEnvironment(),
    shell: process.platform === "win32",
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (text) => printed.push(text));
  child.on("error", (error) => printed.push(Buffer.from(String(error))));
  child.on("close", (status) => resolve({ status, printed: Buffer.concat(printed) }));
  return promise;
}

/** @param output `kept`: printed at the end, because other steps run at the same time */
async function step(name, command, args, output = "shown") {
  const title = `\n── ${name}`;
  if (output === "shown") console.log(title);
  const started = performance.now();
  const { status, printed } = await run(command, args, output === "shown");
  if (output === "kept") console.log(`${title}\n${printed}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`── ${name}: ${status === 0 ? "done" : "failed"} in ${seconds} s`);
  if (status !== 0) failures.push(name);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(join(results, file), "utf8"));
  } catch {
    return {};
  }
}

function count({ passed = 0, flaky = 0, failed = 0, skipped = 0 }) {
  counts.passed += passed;
  counts.flaky += flaky;
  counts.failed += failed;
  counts.skipped += skipped;
}

async function vitestStep(name, configuration, reportFile, { retries = 0, output } = {}) {
  const report = `--outputFile.json=${join(results, reportFile)}`;
  const reporters = ["--reporter=default", "--reporter=json", report];
  const options = ["--config", configuration, `--retry=${retries}`, ...reporters];
  await step(name, "vitest", ["run", ...options], output);
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests,
    testResults = [],
  } = readReport(reportFile);
  let flaky = 0;
  for (const { name: file, message, assertionResults } of testResults) {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status !== "passed" || failureMessages.length === 0) continue;
      flaky += 1;
      flakyTests.push(`${relative(root, file)} › ${fullName}\n${failureMessages[0].slice(0, 500)}`);
    }
    if (message && failed.length === 0) failedTests.push(`${relative(root, file)}: ${message}`);
    for (const { fullName, failureMessages } of failed) {
      const [reason = ""] = failureMessages;
      failedTests.push(`${relative(root, file)} › ${fullName}\n${reason.slice(0, 2_000)}`);
    }
  }
  const passed = (numPassedTests ?? 0) - flaky;
  count({ passed, flaky, failed: numFailedTests, skipped: numPendingTests });
}

async function browserStep(name, configuration, reportFile) {
  await step(name, "playwright", ["test", "--config", configuration, `--retries=${again}`]);
  const { stats } = readReport(reportFile);
  count({
    passed: stats?.expected,
    flaky: stats?.flaky,
    failed: stats?.unexpected,
    skipped: stats?.skipped,
  });
}

/** Counts as one that was skipped: how many tests there are in it is not known without a run. */
function skipStep(name, reason) {
  console.log(`\n── ${name}: skipped, ${reason}`);
  count({ skipped: 1 });
}

/** What `tests/security/report.ts` noted: per row of the bar, how many cases were tried and how many got through. */
function printSecurityRows() {
  const file = join(results, "security.jsonl");
  const rows = existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
  console.log("\nRow  Tried  Got through  What");
  for (const { row, cases, gotThrough, title } of rows.sort((one, other) => one.row - other.row)) {
    const columns = [
      String(row).padStart(3),
      String(cases).padStart(5),
      String(gotThrough).padStart(11),
    ];
    console.log(`${columns.join("  ")}  ${title}`);
  }
}

/** Everything from a checkout to the browser tests; ends with one line that counts the tests. */
async function testEverything() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  await step("Format, lint, borders, types, unused code", "npm", ["run", "--silent", "check"]);

  await vitestStep("Unit tests", "vitest.config.ts", "unit.json", { retries: again });

  const { ensureBuilt } = await import("./build.mjs");
  console.log("\n── Production build");
  ensureBuilt();

  await vitestStep("Security bar", "vitest.security.config.ts", "security.json");
  // Most of their time they wait: for a server to start, for a lease to run out.
  const kept = { output: "kept" };
  await Promise.all([
    vitestStep("Faults on the production build", "vitest.faults.config.ts", "faults.json", kept),
    (async () => {
      const options = { ...kept, retries: again };
      await vitestStep("Image", "vitest.image.config.ts", "image.json", options);
      const instances = "vitest.instances.config.ts";
      await vitestStep("Several instances on PostgreSQL", instances, "instances.json", kept);
    })(),
  ]);

  const { systemBrowser } = await import("../tests/support/system-browser.ts");
  const { postgresPrograms } = await import("../tests/support/postgres.ts");
  if (!systemBrowser()) await step("Download of a browser", "playwright", ["install", "chromium"]);
  await browserStep(
    "Browser tests on the production build",
    "playwright.config.ts",
    "browser.json",
  );
  const onPostgres = "Browser tests on PostgreSQL, short form";
  if (postgresPrograms())
    await browserStep(onPostgres, "playwright.postgres.config.ts", "browser-postgres.json");
  else skipStep(onPostgres, "this machine has no PostgreSQL");

  printSecurityRows();
  for (const flaky of flakyTests) console.log(`\nFlaky: ${flaky}`);
  if (failures.length > 0) {
    for (const failed of failedTests) console.log(`\n${failed}`);
    console.log(`\nFailed: ${failures.join(", ")}`);
    counts.failed = Math.max(counts.failed, 1);
  }
  const { passed, flaky, failed, skipped } = counts;
  console.log(`\n${passed} passed, ${flaky} flaky, ${failed} failed, ${skipped} skipped`);
  process.exit(counts.failed > 0 ? 1 : 0);
}

if (onOwnNode()) {
  await testEverything();
} else {
  ensureInstalled();
  continueOnOwnNode(fileURLToPath(import.meta.url));
}

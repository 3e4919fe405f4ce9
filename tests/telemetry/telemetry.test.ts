import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Stage } from "../faults/stage";
import { authSecret } from "../support/server-settings";
import { type SentSpan, startCollector } from "./collector";
import { converse, words } from "./conversation";

const collectorKey = "key-of-the-collector-5b8e";
const metricsToken = "token-of-prometheus-91c4";

const sending = (origin: string, protocol: string) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: origin,
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_HEADERS: `authorization=${collectorKey}`,
  METRICS_TOKEN: metricsToken,
});

/** Everything of a stage that is nobody else's to know. */
const secretsOf = ({ settings, person }: Stage) => [
  ...Object.values(words),
  settings.OPENAI_API_KEY ?? "",
  settings.COMPOSIO_API_KEY ?? "",
  authSecret,
  collectorKey,
  metricsToken,
  ...person.cookie.split("; ").map((pair) => pair.slice(pair.indexOf("=") + 1)),
];

const leaksIn = (text: string, stage: Stage) =>
  secretsOf(stage).filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

const named = (spans: SentSpan[], name: string | RegExp) =>
  spans.filter((span) => (typeof name === "string" ? span.name === name : name.test(span.name)));

test("one conversation gives its spans with the right parents, and no word of it", async () => {
  await using collector = await startCollector();
  await using stage = await Stage.open({ settings: sending(collector.origin, "http/json") });
  await converse(stage);
  expect(await stage.server.terminate()).toBe(0);

  const spans = collector.spans();
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const parentOf = ({ parentSpanId }: SentSpan) => byId.get(parentSpanId ?? "");
  const orphans = spans.filter((span) => span.parentSpanId && !parentOf(span));
  expect(orphans.map(({ name }) => name)).toEqual([]);

  const runs = named(spans, "invoke_agent branchline");
  expect(runs.map(({ attributes }) => attributes["branchline.run.outcome"]).sort()).toEqual([
    "done",
    // For a yes to the tool that the model made up, and to the change.
    "waiting",
    "waiting",
  ]);
  expect(new Set(runs.map(({ attributes }) => attributes["branchline.run.id"])).size).toBe(1);
  const [begun] = runs.filter(({ parentSpanId }) => parentSpanId);
  const ancestors: string[] = [];
  for (let span = begun; span; span = parentOf(span)) ancestors.push(span.name);
  expect(ancestors.at(-1)).toBe("POST /api/chats/[chatId]/messages");
  expect(begun?.attributes["branchline.run.outcome"]).toBe("waiting");

  const asked = named(spans, /^chat /);
  expect(asked.length).toBeGreaterThanOrEqual(4);
  for (const span of asked) {
    expect(parentOf(span)?.name).toBe("invoke_agent branchline");
    expect(span.attributes).toMatchObject({
      "gen_ai.operation.name": "chat",
      "gen_ai.request.model": "gpt-5",
      "server.address": "127.0.0.1",
    });
  }
  expect(asked.some(({ attributes }) => attributes["gen_ai.usage.output_tokens"] === 1)).toBe(true);

  const tools = named(spans, /^execute_tool /);
  expect(
    tools.map(({ name, attributes }) => [name, attributes["branchline.tool.outcome"]]).sort(),
  ).toEqual([
    ["execute_tool BITBUCKET_CREATE_ISSUE", "succeeded"],
    ["execute_tool BITBUCKET_LIST_BRANCHES", "succeeded"],
    ["execute_tool other", "failed"],
  ]);
  for (const span of tools) expect(parentOf(span)?.name).toBe("invoke_agent branchline");

  const statements = spans.filter(({ attributes }) => attributes["db.system.name"]);
  expect(statements.map(({ name }) => name)).toContain("INSERT message");
  for (const span of statements) expect(span.parentSpanId).toBeTruthy();
  const texts = statements.map(({ attributes }) => String(attributes["db.query.text"]));
  expect(texts.some((text) => /insert into "message".*\$1/.test(text))).toBe(true);

  expect(named(spans, /^GET \/chat\/\[chatId\]/)).not.toEqual([]);
  expect(named(spans, "GET /share/[token]")).not.toEqual([]);
  expect(named(spans, /health|sandbox/)).toEqual([]);

  const { points, resource } = collector.metrics();
  expect(resource).toMatchObject({ "service.name": "branchline" });
  const told = (name: string) => points.get(name) ?? [];
  expect(told("http.server.request.duration")).toContainEqual({
    "http.request.method": "POST",
    "http.route": "/api/chats/[chatId]/messages",
    "http.response.status_code": 200,
  });
  expect(told("gen_ai.client.token.usage").map((at) => at["gen_ai.token.type"])).toContain(
    "output",
  );
  expect(told("branchline.tool.duration").map((at) => at["gen_ai.tool.name"])).toContain("other");
  expect(told("branchline.runs.ended")).toContainEqual({ "branchline.run.outcome": "done" });
  expect(told("branchline.runs").map((at) => at["branchline.run.state"])).toContain("waiting");
  for (const name of ["branchline.streams", "process.memory.usage", "nodejs.eventloop.delay.p99"])
    expect(told(name), name).not.toEqual([]);

  expect(leaksIn(collector.received.map(({ body }) => body).join("\n"), stage)).toEqual([]);
  for (const { headers } of collector.received)
    expect(headers.get("authorization")).toBe(collectorKey);
});

test("the same goes for what is sent as protobuf, and for what Prometheus is answered", async () => {
  await using collector = await startCollector();
  await using stage = await Stage.open({ settings: sending(collector.origin, "http/protobuf") });
  await converse(stage);
  const scrape = (headers: Record<string, string>) =>
    fetch(`${stage.server.origin}/api/metrics`, { headers });
  const answer = await scrape({ authorization: `Bearer ${metricsToken}` });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toMatch(/^branchline_runs_ended_total\{.*branchline_run_outcome="done".*\} 1$/m);
  for (const wrong of ["", metricsToken, `Bearer ${metricsToken}x`, "Bearer ", "Basic eDp5"])
    expect((await scrape({ authorization: wrong })).status, wrong).toBe(404);
  expect((await scrape({})).status).toBe(404);

  expect(await stage.server.terminate()).toBe(0);
  const sent = collector.received.map(({ body }) => body).join("\n");
  expect(new Set(collector.received.map(({ path }) => path))).toEqual(
    new Set(["/v1/traces", "/v1/metrics"]),
  );
  expect(sent).toContain("POST /api/chats/[chatId]/messages");
  expect(leaksIn(sent, stage)).toEqual([]);
  expect(leaksIn(text, stage)).toEqual([]);
});

test("a collector that is away keeps nobody waiting, and no server from ending", async () => {
  await using stage = await Stage.open({ settings: sending("http://127.0.0.1:9", "http/json") });
  await converse(stage);
  const told = performance.now();
  expect(await stage.server.terminate()).toBe(0);
  expect(performance.now() - told).toBeLessThan(5_000);
});

/** Files that a server loaded from OpenTelemetry's packages, but its API, which is in every library that could tell of itself. */
const loadedSdk = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((url) => /@opentelemetry\/(?!api\/)/.test(url));

test.each([
  ["set", {}, true],
  ["switched off", { OTEL_SDK_DISABLED: "true" }, false],
  [
    "without anything to send",
    { OTEL_TRACES_EXPORTER: "none", OTEL_METRICS_EXPORTER: "none" },
    false,
  ],
])("a collector that is %s", async (_how, settings, loads) => {
  await using collector = await startCollector();
  const file = join(mkdtempSync(join(tmpdir(), "branchline-modules-")), "loaded");
  await using stage = await Stage.open({
    settings: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
      NODE_OPTIONS: `--import ${join(import.meta.dirname, "note-modules.ts")}`,
      NOTED_MODULES_FILE: file,
      ...settings,
    },
  });
  expect((await stage.person.request("/")).status).toBe(200);
  expect(await stage.server.terminate()).toBe(0);
  expect(loadedSdk(file).length > 0).toBe(loads);
  expect(collector.received.length > 0).toBe(loads);
});

test("with nothing set, nothing of the SDK is loaded, and there is no address for Prometheus", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "branchline-modules-")), "loaded");
  await using stage = await Stage.open({
    settings: {
      NODE_OPTIONS: `--import ${join(import.meta.dirname, "note-modules.ts")}`,
      NOTED_MODULES_FILE: file,
    },
  });
  await converse(stage);
  const asked = await fetch(`${stage.server.origin}/api/metrics`, {
    headers: { authorization: "Bearer undefined" },
  });
  expect(asked.status).toBe(404);
  expect(readFileSync(file, "utf8")).toContain("/next/");
  expect(loadedSdk(file)).toEqual([]);
});

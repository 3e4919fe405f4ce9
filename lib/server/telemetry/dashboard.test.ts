import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { installForTests } from "@/tests/support/installation";
import { environment } from "../environment.ts";
import { instruments } from "./instruments.ts";
import { measurePool } from "./measure-pool.ts";
import { observeModelCall } from "./model-call.ts";
import { openTelemetry } from "./open-telemetry.ts";
import { observeStatements } from "./statements.ts";
import type { Telemetry } from "./telemetry.ts";
import { observeToolCall } from "./tool-call.ts";

installForTests();

const dashboardSchema = z.object({
  panels: z.array(
    z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).default([]) }),
  ),
  templating: z.object({
    list: z.array(z.object({ query: z.union([z.string(), z.object({ query: z.string() })]) })),
  }),
});
const dashboard = dashboardSchema.parse(
  JSON.parse(readFileSync("deploy/grafana/branchline.json", "utf8")),
);
const queries = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...dashboard.templating.list.flatMap(({ query }) =>
    typeof query === "string" ? [] : [query.query],
  ),
];

/** Added by Prometheus to whatever it scrapes, and by histograms to their buckets. */
const others = ["job", "instance", "le"];

let telemetry: Telemetry;
/** By what is exported, its labels. */
const exported = new Map<string, Set<string>>();

/** One of everything that the server does, by its own ways of telling of it. */
async function doEverything(): Promise<void> {
  measurePool({ totalCount: 1, idleCount: 1, waitingCount: 0 }, 10);
  const failing = observeStatements({ query: () => Promise.reject(new RangeError()) });
  await failing.query().catch(() => {});
  await observeModelCall("gpt-5", async (facts) => {
    facts.used = { input: 1, cachedInput: 0, output: 1, estimated: false };
    throw new RangeError();
  }).catch(() => {});
  const call = { id: "1", tool: "BITBUCKET_LIST_BRANCHES", toolClass: "read" as const };
  await observeToolCall(call, async () => ({ status: "succeeded" as const }));
  const all = instruments();
  all?.requestDuration.record(1, {
    "http.request.method": "GET",
    "http.route": "/",
    "http.response.status_code": 200,
  });
  all?.runsEnded.add(1, { "branchline.run.outcome": "done" });
  all?.runsDriven.add(1);
  all?.streams.add(1);
}

beforeAll(async () => {
  telemetry = openTelemetry({ ...environment().telemetry, metricsToken: "0123456789abcdef" });
  await doEverything();
  for (const line of (await telemetry.scrape?.())?.split("\n") ?? []) {
    const [, name, labels = ""] = /^([a-z]\w*)(?:\{(.*)\})? [\d.e+-]+$/.exec(line) ?? [];
    if (!name) continue;
    const known = exported.get(name) ?? new Set<string>();
    for (const [, label] of labels.matchAll(/(\w+)="/g)) if (label) known.add(label);
    exported.set(name, known);
  }
});
afterAll(() => telemetry.stop());

/** The metrics that a query reads, each with the labels that are chosen by beside it. */
function readsOf(query: string): { metric: string; labels: string[] }[] {
  return [...query.matchAll(/\b([a-z]\w*_\w+)(?:\{([^}]*)\})?(?=[[,) ]|$)/g)].flatMap(
    ([, metric = "", chosen = ""]) =>
      /^(label_values|histogram_quantile)$|^\$/.test(metric) || !/_/.test(metric)
        ? []
        : [{ metric, labels: [...chosen.matchAll(/(\w+)[=!]/g)].map(([, label = ""]) => label) }],
  );
}

const groupsOf = (query: string) =>
  [...query.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = ""]) => list.split(/,\s*/));

test("every query of the dashboard reads what is exported, by labels that it has", () => {
  expect(queries.length).toBeGreaterThan(20);
  for (const query of queries) {
    const groups = groupsOf(query);
    const reads = readsOf(query.replace(/\bby \([^)]*\)/g, ""));
    expect(reads, query).toHaveLength(1);
    for (const { metric, labels } of reads) {
      const known = exported.get(metric);
      expect(known, `${metric} of ${query}`).toBeDefined();
      for (const label of [...labels, ...groups])
        if (!others.includes(label)) expect(known, query).toContain(label);
    }
  }
});

test("everything that is exported is on the dashboard, but what only says more of the same", () => {
  const unread = [...exported.keys()].filter(
    (name) => !queries.some((query) => query.includes(name)),
  );
  expect(unread.filter((name) => !/_(sum|count|bucket)$/.test(name)).sort()).toEqual([
    "nodejs_eventloop_delay_max",
    "nodejs_eventloop_delay_p50",
    "process_uptime",
    "target_info",
  ]);
});

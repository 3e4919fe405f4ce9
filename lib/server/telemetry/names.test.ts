import { ROOT_CONTEXT, SpanKind } from "@opentelemetry/api";
import { SamplingDecision } from "@opentelemetry/sdk-trace";
import { expect, test } from "vitest";
import { parseSettings } from "../settings/settings.ts";
import { routesIn } from "./routes.ts";
import { chooseSampler } from "./sampler.ts";
import { tellableName } from "./tool-call.ts";

test("a tool that a model made up is told of as other, until the router has carried it out", () => {
  expect(tellableName("BITBUCKET_LIST_BRANCHES", false)).toBe("BITBUCKET_LIST_BRANCHES");
  expect(tellableName("JIRA_MY_SECRET", false)).toBe("other");
  expect(tellableName("JIRA_CREATE_ISSUE", true)).toBe("JIRA_CREATE_ISSUE");
  expect(tellableName("JIRA_CREATE_ISSUE", false)).toBe("JIRA_CREATE_ISSUE");
  for (let index = 0; index < 600; index += 1) tellableName(`JIRA_${index}`, true);
  expect(tellableName("JIRA_599", true)).toBe("other");
});

test("a path is told by its route, a path without one not at all", () => {
  const routeOf = routesIn({
    staticRoutes: [{ page: "/signin" }],
    dynamicRoutes: [{ page: "/chat/[chatId]", regex: "^/chat/([^/]+?)(?:/)?$" }],
  });
  expect(routeOf("/signin")).toBe("/signin");
  expect(routeOf("/chat/7")).toBe("/chat/[chatId]");
  expect(routeOf("/chat/7/secret")).toBeUndefined();
});

const request = { "next.span_type": "BaseServer.handleRequest" };

test.each([
  [{ ...request, "http.target": "/chat/7" }, true],
  [{}, true],
  [{ ...request, "http.target": "/api/health/ready" }, false],
  [{ ...request, "http.target": "/sandbox/openai/v1/responses" }, false],
  [{ "next.span_type": "LoadComponents.loadRouteModule" }, false],
])("a root with %o is traced: %s", (attributes, traced) => {
  const { sampler, sampledShare } = { sampler: "always_on" as const, sampledShare: 1 };
  const { decision } = chooseSampler({ sampler, sampledShare }).shouldSample(
    ROOT_CONTEXT,
    "0af7651916cd43dd8448eb211c80319c",
    "",
    SpanKind.SERVER,
    attributes,
    [],
  );
  expect(decision === SamplingDecision.RECORD_AND_SAMPLED).toBe(traced);
});

test("settings say where to send, or that nothing is sent", () => {
  expect(() => parseSettings({ OTEL_TRACES_EXPORTER: "otlp" })).toThrow(/OTEL_TRACES_EXPORTER/);
  expect(() => parseSettings({ OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" })).toThrow(/PROTOCOL/);
  expect(() => parseSettings({ METRICS_TOKEN: "short" })).toThrow(/METRICS_TOKEN/);
});

import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { expect, test } from "vitest";
import { SafeSpanExporter } from "./safe-spans.ts";
import { telemetryScope } from "./spans.ts";

const exporter = new InMemorySpanExporter();
const provider = new TracerProvider({
  spanProcessors: [new SimpleSpanProcessor({ exporter: new SafeSpanExporter(exporter) })],
});

function exported(tell: () => void): ReadableSpan[] {
  exporter.reset();
  tell();
  return exporter.getFinishedSpans();
}

test("of Next.js's spans, nothing is told that is in an address or an error's message", () => {
  const [request, fetched] = exported(() => {
    const tracer = provider.getTracer("next.js");
    const span = tracer.startSpan("GET /share/secret?query=secret", {
      kind: SpanKind.SERVER,
      attributes: {
        "next.span_type": "BaseServer.handleRequest",
        "http.method": "GET",
        "http.target": "/share/secret?query=secret",
        "http.route": "/share/[token]",
        "http.status_code": 500,
        "next.something": "secret",
      },
    });
    span.recordException(new Error("secret"));
    span.setStatus({ code: SpanStatusCode.ERROR, message: "secret" });
    span.end();
    tracer
      .startSpan("fetch POST https://api.example/secret", {
        attributes: {
          "next.span_type": "AppRender.fetch",
          "http.method": "POST",
          "http.url": "https://api.example/secret",
          "net.peer.name": "api.example",
        },
      })
      .end();
    tracer
      .startSpan("start response", {
        attributes: { "next.span_type": "NextNodeServer.startResponse" },
      })
      .end();
  });
  expect(request).toMatchObject({
    name: "GET /share/[token]",
    attributes: {
      "http.request.method": "GET",
      "http.route": "/share/[token]",
      "http.response.status_code": 500,
    },
    events: [],
    status: { code: SpanStatusCode.ERROR },
  });
  expect(fetched).toMatchObject({
    name: "fetch POST",
    attributes: { "server.address": "api.example" },
  });
  const told = [request, fetched].map((span) => [span?.name, span?.attributes, span?.status]);
  expect(JSON.stringify(told)).not.toContain("secret");
  expect(exporter.getFinishedSpans()).toHaveLength(2);
});

test("our own spans say what we have them say, and no error's message", () => {
  const [own] = exported(() => {
    const span = provider.getTracer(telemetryScope).startSpan("execute_tool X");
    span.setAttribute("gen_ai.tool.name", "X");
    span.recordException(new Error("secret"));
    span.end();
  });
  expect(own).toMatchObject({ name: "execute_tool X", attributes: { "gen_ai.tool.name": "X" } });
  expect(own?.events).toEqual([]);
});

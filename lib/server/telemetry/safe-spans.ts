import "server-only";
import type { Attributes } from "@opentelemetry/api";
import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace";
import { telemetryScope } from "./spans.ts";

/** Steps of Next.js on the way to an answer that nothing happens in, and that nothing is a child of. */
const idle = new Set([
  "LoadComponents.loadRouteModule",
  "RouteModule.prepare",
  "NextNodeServer.findPageComponents",
  "NextNodeServer.getLayoutOrPageModule",
  "NextNodeServer.clientComponentLoading",
  "NextNodeServer.startResponse",
  "AppRouteRouteModule.loadUserland",
]);

/** Attributes of foreign spans that say nothing of whose request it was, by the name that OpenTelemetry has for them now. */
const safe = new Map([
  ["http.method", "http.request.method"],
  ["http.status_code", "http.response.status_code"],
  ["http.route", "http.route"],
  ["net.peer.name", "server.address"],
  ["net.peer.port", "server.port"],
  ["error.type", "error.type"],
  ["next.span_type", "next.span_type"],
  ["next.route", "next.route"],
]);

/** What a foreign span is called: its own name may have an address in it, with all that somebody typed. */
function nameOf(attributes: Attributes): string {
  const method = attributes["http.request.method"];
  const route = attributes["http.route"] ?? attributes["next.route"];
  const type = attributes["next.span_type"];
  const what = type === "AppRender.fetch" ? `fetch ${method}` : type;
  return [type === "BaseServer.handleRequest" ? method : what, route].filter(Boolean).join(" ");
}

/** A span without what may be content or somebody's address: messages of errors, queries, tokens in paths. */
function safeSpan(span: ReadableSpan): ReadableSpan {
  const own = span.instrumentationScope.name === telemetryScope;
  const known = Object.entries(span.attributes).flatMap(([name, value]) => {
    const told = safe.get(name);
    return told === undefined ? [] : [[told, value] as const];
  });
  const attributes: Attributes = own ? span.attributes : Object.fromEntries(known);
  const seen = {
    name: own ? span.name : nameOf(attributes),
    attributes,
    // Errors bring their messages and stacks.
    events: [],
    status: { code: span.status.code },
  };
  const descriptors = Object.entries(seen).map(([name, value]) => [name, { value }] as const);
  return Object.create(span, Object.fromEntries(descriptors));
}

/** Sends spans to an exporter without anything that is not to leave this process. */
export class SafeSpanExporter implements SpanExporter {
  readonly #exporter: SpanExporter;

  constructor(exporter: SpanExporter) {
    this.#exporter = exporter;
  }

  export(spans: ReadableSpan[], done: Parameters<SpanExporter["export"]>[1]): void {
    const telling = spans.filter(
      ({ attributes }) => !idle.has(String(attributes["next.span_type"])),
    );
    this.#exporter.export(telling.map(safeSpan), done);
  }

  async forceFlush(): Promise<void> {
    await this.#exporter.forceFlush?.();
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }
}

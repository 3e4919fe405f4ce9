import { z } from "zod";
import { startHttpServer } from "../support/http-server";

const valueSchema = z.object({
  stringValue: z.string().optional(),
  intValue: z.coerce.number().optional(),
  doubleValue: z.number().optional(),
  boolValue: z.boolean().optional(),
  arrayValue: z.object({ values: z.array(z.object({ stringValue: z.string() })) }).optional(),
});
const attributesSchema = z
  .array(z.object({ key: z.string(), value: valueSchema }))
  .default([])
  .transform((list) =>
    Object.fromEntries(
      list.map(({ key, value }) => {
        const { arrayValue, ...single } = value;
        return [
          key,
          arrayValue?.values.map(({ stringValue }) => stringValue) ?? Object.values(single)[0],
        ];
      }),
    ),
  );
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes: attributesSchema,
  status: z.object({ code: z.number().optional() }),
});
export type SentSpan = z.infer<typeof spanSchema>;
const tracesSchema = z.object({
  resourceSpans: z.array(
    z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) }),
  ),
});
const pointsSchema = z.object({ dataPoints: z.array(z.object({ attributes: attributesSchema })) });
const metricsSchema = z.object({
  resourceMetrics: z.array(
    z.object({
      resource: z.object({ attributes: attributesSchema }),
      scopeMetrics: z.array(
        z.object({
          metrics: z.array(
            z.object({
              name: z.string(),
              histogram: pointsSchema.optional(),
              gauge: pointsSchema.optional(),
              sum: pointsSchema.optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A request that a collector got. */
type Received = { path: string; headers: Headers; body: string };

/** A collector of OpenTelemetry's: takes what it is sent over HTTP, and remembers it. */
export async function startCollector() {
  const received: Received[] = [];
  const server = await startHttpServer(async (request) => {
    const bytes = Buffer.from(await request.arrayBuffer());
    // Of either encoding the texts stand in it as they are.
    const body = bytes.toString("latin1");
    received.push({ path: new URL(request.url).pathname, headers: request.headers, body });
    return Response.json({});
  });
  const bodiesAt = (path: string) =>
    received
      .filter((each) => each.path === path)
      .map(({ body }): unknown => JSON.parse(Buffer.from(body, "latin1").toString()));
  return {
    origin: server.origin,
    received,
    /** Sent as JSON. */
    spans: (): SentSpan[] =>
      bodiesAt("/v1/traces").flatMap((body) =>
        tracesSchema
          .parse(body)
          .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    /** Attributes of all points by metric, and of whom they tell; sent as JSON. */
    metrics() {
      const resources = bodiesAt("/v1/metrics").flatMap(
        (body) => metricsSchema.parse(body).resourceMetrics,
      );
      const all = resources.flatMap(({ scopeMetrics }) =>
        scopeMetrics.flatMap(({ metrics }) => metrics),
      );
      const points = new Map<string, Record<string, unknown>[]>();
      for (const { name, histogram, gauge, sum } of all) {
        const own = (histogram ?? gauge ?? sum)?.dataPoints ?? [];
        points.set(name, [...(points.get(name) ?? []), ...own.map((point) => point.attributes)]);
      }
      return { points, resource: resources[0]?.resource.attributes };
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

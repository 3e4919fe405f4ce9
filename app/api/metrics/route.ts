import { publicHandler } from "@/lib/server/http/public-handler";
import { scrapeMetrics } from "@/lib/server/telemetry/scrape";

export const dynamic = "force-dynamic";

/** For Prometheus. Without the right token there is no such address. */
export const GET = publicHandler(async ({ request }) => {
  const text = await scrapeMetrics(request.headers.get("authorization"));
  if (text === null) return new Response(null, { status: 404 });
  return new Response(text, { headers: { "content-type": "text/plain; version=0.0.4" } });
});

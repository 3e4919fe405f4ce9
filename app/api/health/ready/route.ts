import { readiness } from "@/lib/server/health/readiness";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const report = await readiness();
  return Response.json(report, { status: report.status === "failing" ? 503 : 200 });
}

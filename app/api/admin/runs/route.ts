import { listRuns } from "@/lib/server/admin/runs";
import { adminHandler } from "@/lib/server/http/admin-handler";

export const GET = adminHandler(async ({ request }) =>
  Response.json(await listRuns(new URL(request.url).searchParams.get("cursor") ?? undefined)),
);

import { listEntries } from "@/lib/server/admin/trail";
import { adminHandler } from "@/lib/server/http/admin-handler";

export const GET = adminHandler(async ({ request }) =>
  Response.json(await listEntries(new URL(request.url).searchParams.get("cursor") ?? undefined)),
);

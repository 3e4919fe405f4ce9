import { listEverybodysActions, readTrailFilter } from "@/lib/server/admin/trail";
import { adminHandler } from "@/lib/server/http/admin-handler";

export const GET = adminHandler(async ({ request }) => {
  const { cursor, ...said } = Object.fromEntries(new URL(request.url).searchParams);
  return Response.json(await listEverybodysActions(readTrailFilter(said), cursor));
});

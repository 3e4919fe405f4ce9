import { listUsers } from "@/lib/server/admin/users";
import { adminHandler } from "@/lib/server/http/admin-handler";

export const GET = adminHandler(async ({ request }) => {
  const { searchParams } = new URL(request.url);
  const text = searchParams.get("text") ?? undefined;
  return Response.json(await listUsers({ text, cursor: searchParams.get("cursor") ?? undefined }));
});

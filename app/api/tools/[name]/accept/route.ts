import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { acceptTool } from "@/lib/server/router/tool-pins/review";
import { acceptToolSchema } from "@/lib/shared/tools";

export const POST = handler<{ name: string }>(async ({ request, parameters, user }) => {
  const { hash } = await readJson(request, acceptToolSchema);
  await acceptTool(user.id, parameters.name, hash);
  return Response.json({ accepted: true });
});

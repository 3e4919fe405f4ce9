import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { revokeShare, updateShare } from "@/lib/server/sharing/shares";
import { updateShareSchema } from "@/lib/shared/sharing/api";

type Parameters = { shareId: string };

export const PATCH = handler<Parameters>(async ({ request, parameters, user }) => {
  const change = await readJson(request, updateShareSchema);
  return Response.json(await updateShare(user.id, identifier(parameters.shareId, "share"), change));
});

export const DELETE = handler<Parameters>(async ({ parameters, user }) => {
  await revokeShare(user.id, identifier(parameters.shareId, "share"));
  return new Response(null, { status: 204 });
});

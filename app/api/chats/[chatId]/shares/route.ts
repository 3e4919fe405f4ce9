import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { createShare } from "@/lib/server/sharing/shares";
import { createShareSchema } from "@/lib/shared/sharing/api";

export const POST = handler<{ chatId: string }>(async ({ request, parameters, user }) => {
  const chosen = await readJson(request, createShareSchema);
  const share = await createShare(user.id, identifier(parameters.chatId, "chat"), chosen);
  return Response.json(share, { status: 201 });
});

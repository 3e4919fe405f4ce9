import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { listActions } from "@/lib/server/policy/audit";

export const GET = handler(async ({ request, user }) => {
  const chatId = new URL(request.url).searchParams.get("chatId");
  const actions = await listActions(user.id, chatId ? identifier(chatId, "chat") : undefined);
  return Response.json({ actions });
});

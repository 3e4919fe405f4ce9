import { stopChat } from "@/lib/server/chats/live-run";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";

export const POST = handler<{ chatId: string }>(async ({ parameters, user }) => {
  await stopChat(user.id, identifier(parameters.chatId, "chat"));
  return new Response(null, { status: 202 });
});

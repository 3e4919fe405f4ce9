import { restoreChat } from "@/lib/server/chats/delete-chat";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";

export const POST = handler<{ chatId: string }>(async ({ parameters, user }) => {
  await restoreChat(user.id, identifier(parameters.chatId, "chat"));
  return new Response(null, { status: 204 });
});

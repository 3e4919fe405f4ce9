import { sendMessage } from "@/lib/server/chats/send-message";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { eventStream } from "@/lib/server/runs/event-stream";
import { sendMessageSchema } from "@/lib/shared/api";

export const POST = handler<{ chatId: string }>(async ({ request, parameters, user }) => {
  const chatId = identifier(parameters.chatId, "chat");
  const message = await readJson(request, sendMessageSchema);
  const runId = await sendMessage(user.id, chatId, message);
  return eventStream(runId, 0, request.signal);
});

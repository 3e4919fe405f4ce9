import { readEarlierMessages } from "@/lib/server/chats/read-chat";
import { sendMessage } from "@/lib/server/chats/send-message";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { eventStream } from "@/lib/server/runs/event-stream";
import { sendMessageSchema } from "@/lib/shared/api";

type Parameters = { chatId: string };

export const GET = handler<Parameters>(async ({ request, parameters, user }) => {
  const before = new URL(request.url).searchParams.get("before") ?? "";
  return Response.json(
    await readEarlierMessages(
      user.id,
      identifier(parameters.chatId, "chat"),
      identifier(before, "message"),
    ),
  );
});

export const POST = handler<Parameters>(async ({ request, parameters, user }) => {
  const chatId = identifier(parameters.chatId, "chat");
  const message = await readJson(request, sendMessageSchema);
  const runId = await sendMessage(user.id, chatId, message);
  return eventStream(runId, 0, request.signal);
});

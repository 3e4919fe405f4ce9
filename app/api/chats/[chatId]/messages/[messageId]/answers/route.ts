import { answerAgain } from "@/lib/server/chats/answer-again";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { eventStream } from "@/lib/server/runs/event-stream";
import { answerAgainSchema } from "@/lib/shared/api";

type Parameters = { chatId: string; messageId: string };

export const POST = handler<Parameters>(async ({ request, parameters, user }) => {
  const chatId = identifier(parameters.chatId, "chat");
  const messageId = identifier(parameters.messageId, "message");
  const { id } = await readJson(request, answerAgainSchema);
  const runId = await answerAgain(user.id, chatId, { id, messageId });
  return eventStream(runId, 0, request.signal);
});

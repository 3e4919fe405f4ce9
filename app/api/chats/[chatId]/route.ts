import { deleteChat } from "@/lib/server/chats/delete-chat";
import { readChat } from "@/lib/server/chats/read-chat";
import { updateChat } from "@/lib/server/chats/update-chat";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { updateChatSchema } from "@/lib/shared/api";

type Parameters = { chatId: string };

export const GET = handler<Parameters>(async ({ parameters, user }) =>
  Response.json(await readChat(user.id, identifier(parameters.chatId, "chat"))),
);

export const PATCH = handler<Parameters>(async ({ request, parameters, user }) => {
  const change = await readJson(request, updateChatSchema);
  await updateChat(user.id, identifier(parameters.chatId, "chat"), change);
  return new Response(null, { status: 204 });
});

export const DELETE = handler<Parameters>(async ({ parameters, user }) => {
  await deleteChat(user.id, identifier(parameters.chatId, "chat"));
  return new Response(null, { status: 204 });
});

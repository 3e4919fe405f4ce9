import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { usageOfChat } from "@/lib/server/usage/read-usage";

export const GET = handler<{ chatId: string }>(async ({ parameters, user }) =>
  Response.json(await usageOfChat(user.id, identifier(parameters.chatId, "chat"))),
);

import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { createShare } from "@/lib/server/sharing/shares";

export const POST = handler<{ chatId: string }>(async ({ parameters, user }) =>
  Response.json(await createShare(user.id, identifier(parameters.chatId, "chat")), { status: 201 }),
);

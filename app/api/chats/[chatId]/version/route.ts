import { showVersion } from "@/lib/server/chats/versions";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { showVersionSchema } from "@/lib/shared/api";

export const PUT = handler<{ chatId: string }>(async ({ request, parameters, user }) => {
  const { messageId } = await readJson(request, showVersionSchema);
  await showVersion(user.id, identifier(parameters.chatId, "chat"), messageId);
  return new Response(null, { status: 204 });
});

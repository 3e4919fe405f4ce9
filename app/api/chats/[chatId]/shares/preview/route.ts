import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { publicOrigin } from "@/lib/server/http/origin";
import { requestLanguage } from "@/lib/server/language";
import { previewShare } from "@/lib/server/sharing/preview-share";
import { previewShareSchema } from "@/lib/shared/sharing/api";

export const POST = handler<{ chatId: string }>(async ({ request, parameters, user }) => {
  const chosen = await readJson(request, previewShareSchema);
  const chatId = identifier(parameters.chatId, "chat");
  const reader = { origin: publicOrigin(request), language: await requestLanguage() };
  return Response.json(await previewShare(user.id, chatId, chosen, reader));
});

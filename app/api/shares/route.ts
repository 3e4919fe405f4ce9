import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { listShares, revokeAllShares } from "@/lib/server/sharing/shares";

export const GET = handler(async ({ request, user }) => {
  const chatId = new URL(request.url).searchParams.get("chatId");
  const shares = await listShares(
    user.id,
    chatId === null ? undefined : identifier(chatId, "chat"),
  );
  return Response.json({ shares });
});

export const DELETE = handler(async ({ user }) => {
  await revokeAllShares(user.id);
  return new Response(null, { status: 204 });
});

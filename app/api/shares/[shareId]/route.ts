import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { revokeShare } from "@/lib/server/sharing/shares";

export const DELETE = handler<{ shareId: string }>(async ({ parameters, user }) => {
  await revokeShare(user.id, identifier(parameters.shareId, "share"));
  return new Response(null, { status: 204 });
});

import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { takeBackPermission } from "@/lib/server/policy/permissions";

export const DELETE = handler<{ permissionId: string }>(async ({ parameters, user }) => {
  await takeBackPermission(user.id, identifier(parameters.permissionId, "permission"));
  return new Response(null, { status: 204 });
});

import { changeUser } from "@/lib/server/admin/users";
import { adminHandler } from "@/lib/server/http/admin-handler";
import { readJson } from "@/lib/server/http/body";
import { identifier } from "@/lib/server/http/identifier";
import { changeUserSchema } from "@/lib/shared/admin";

export const PATCH = adminHandler<{ userId: string }>(async ({ request, parameters, user }) => {
  const id = identifier(parameters.userId, "user");
  const change = await readJson(request, changeUserSchema);
  return Response.json(await changeUser(user.id, id, change));
});

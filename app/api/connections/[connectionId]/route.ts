import { handler } from "@/lib/server/http/handler";
import { removeAccount } from "@/lib/server/router/connections/accounts";

export const DELETE = handler<{ connectionId: string }>(async ({ parameters, user }) => {
  await removeAccount(user.id, parameters.connectionId);
  return new Response(null, { status: 204 });
});

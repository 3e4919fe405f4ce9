import { notFound } from "@/lib/server/errors";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { findAccount, removeAccount } from "@/lib/server/router/connections/accounts";
import { setDefaultAccount } from "@/lib/server/router/connections/chat-accounts";
import { workspacesOf } from "@/lib/server/router/connections/workspaces";
import { updateAccountSchema } from "@/lib/shared/api";

type Parameters = { connectionId: string };

export const GET = handler<Parameters>(async ({ parameters, user }) => {
  const { connectionId } = parameters;
  const account = await findAccount(user.id, connectionId);
  if (!account) throw notFound("connection", { kind: "account", id: connectionId });
  const { id, toolkit, status } = account;
  const workspaces = status === "ACTIVE" ? await workspacesOf(user.id, toolkit, id) : undefined;
  return Response.json({ workspaces: workspaces ?? null });
});

export const PATCH = handler<Parameters>(async ({ request, parameters, user }) => {
  await readJson(request, updateAccountSchema);
  await setDefaultAccount(user.id, parameters.connectionId);
  return new Response(null, { status: 204 });
});

export const DELETE = handler<Parameters>(async ({ parameters, user }) => {
  await removeAccount(user.id, parameters.connectionId);
  return new Response(null, { status: 204 });
});

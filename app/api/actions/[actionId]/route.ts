import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { readAction } from "@/lib/server/policy/audit";

export const GET = handler<{ actionId: string }>(async ({ parameters, user }) =>
  Response.json(await readAction(user.id, identifier(parameters.actionId, "action"))),
);

import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { readEditForm } from "@/lib/server/policy/edits";

export const GET = handler<{ actionId: string }>(async ({ parameters, user }) =>
  Response.json(await readEditForm(user.id, identifier(parameters.actionId, "action"))),
);

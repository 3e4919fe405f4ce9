import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { updateAttempt } from "@/lib/server/router/connections/update-attempt";
import { updateAttemptSchema } from "@/lib/shared/api";

export const POST = handler<{ attemptId: string }>(async ({ request, parameters, user }) => {
  const change = await readJson(request, updateAttemptSchema);
  return Response.json(
    await updateAttempt(user.id, identifier(parameters.attemptId, "connection"), change),
  );
});

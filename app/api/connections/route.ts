import { BranchlineError } from "@/lib/server/errors";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { offeredToolkits } from "@/lib/server/policy/in-force";
import { createAttempt } from "@/lib/server/router/connections/attempts";
import { readConnections } from "@/lib/server/router/connections/read-connections";
import { say } from "@/lib/server/say";
import { connectSchema } from "@/lib/shared/api";

export const GET = handler(async ({ request, user }) => {
  const chatId = new URL(request.url).searchParams.get("chatId");
  return Response.json(
    await readConnections(user.id, chatId ? identifier(chatId, "chat") : undefined),
  );
});

export const POST = handler(async ({ request, user }) => {
  const { toolkit } = await readJson(request, connectSchema);
  if (!(await offeredToolkits()).includes(toolkit)) {
    throw new BranchlineError("invalid_request", say("toolkitNotHere", toolkit));
  }
  const attempt = await createAttempt({ userId: user.id, toolkit });
  return Response.json({ path: `/connect/${attempt.id}` }, { status: 201 });
});

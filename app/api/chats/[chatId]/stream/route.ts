import { z } from "zod";
import { liveRun } from "@/lib/server/chats/live-run";
import { parse } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { eventStream } from "@/lib/server/runs/event-stream";

/** The number of a chunk; a run never has more than the column holds. */
const afterSchema = z.coerce.number().int().min(0).max(2_147_483_647).catch(0);

export const GET = handler<{ chatId: string }>(async ({ request, parameters, user }) => {
  const after = parse(afterSchema, new URL(request.url).searchParams.get("after") ?? 0);
  const runId = await liveRun(user.id, identifier(parameters.chatId, "chat"));
  return runId ? eventStream(runId, after, request.signal) : new Response(null, { status: 204 });
});

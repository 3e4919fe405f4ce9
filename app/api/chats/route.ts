import { listChats } from "@/lib/server/chats/list-chats";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { continueShare } from "@/lib/server/sharing/continue-share";
import { continueShareSchema } from "@/lib/shared/sharing/api";

export const GET = handler(async ({ request, user }) => {
  const parameters = new URL(request.url).searchParams;
  const cursor = parameters.get("cursor") ?? undefined;
  return Response.json(await listChats(user.id, { cursor }));
});

export const POST = handler(async ({ request, user }) => {
  const id = await continueShare(user.id, await readJson(request, continueShareSchema));
  return Response.json({ id }, { status: 201 });
});

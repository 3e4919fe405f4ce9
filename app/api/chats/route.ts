import { listChats } from "@/lib/server/chats/list-chats";
import { handler } from "@/lib/server/http/handler";

export const GET = handler(async ({ request, user }) => {
  const parameters = new URL(request.url).searchParams;
  const query = parameters.get("query") ?? undefined;
  const cursor = parameters.get("cursor") ?? undefined;
  return Response.json(await listChats(user.id, { query, cursor }));
});

import { handler } from "@/lib/server/http/handler";
import { searchChats } from "@/lib/server/search/search-chats";

export const GET = handler(async ({ request, user }) => {
  const parameters = new URL(request.url).searchParams;
  const query = parameters.get("query") ?? "";
  const cursor = parameters.get("cursor") ?? undefined;
  return Response.json(await searchChats(user.id, { query, cursor }));
});

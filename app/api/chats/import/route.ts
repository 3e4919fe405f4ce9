import { importChat } from "@/lib/server/archive/import-chat";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { archivedChatSchema, importLimit } from "@/lib/shared/archive";

export const POST = handler(
  async ({ request, user }) => {
    const archived = await readJson(request, archivedChatSchema, importLimit);
    return Response.json({ id: await importChat(user.id, archived) }, { status: 201 });
  },
  { bodyLimit: importLimit },
);

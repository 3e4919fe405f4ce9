import { exportChats } from "@/lib/server/archive/export-chat";
import { downloadHeaders } from "@/lib/server/http/download";
import { handler } from "@/lib/server/http/handler";

/** All chats of a user, one a line, written as they are read. */
export const GET = handler(async ({ user }) => {
  const chats = exportChats(user.id);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chats.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
    },
    cancel: () => void chats.return(),
  });
  return new Response(body, { headers: downloadHeaders("chats.jsonl", "application/jsonl") });
});

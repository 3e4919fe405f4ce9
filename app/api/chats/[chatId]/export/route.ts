import { z } from "zod";
import { exportChat } from "@/lib/server/archive/export-chat";
import { downloadHeaders } from "@/lib/server/http/download";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { requestWords } from "@/lib/server/language";
import { markdownOf } from "./markdown";

const formatSchema = z.enum(["json", "markdown"]).catch("json");

export const GET = handler<{ chatId: string }>(async ({ request, parameters, user }) => {
  const archived = await exportChat(user.id, identifier(parameters.chatId, "chat"));
  switch (formatSchema.parse(new URL(request.url).searchParams.get("format") ?? "json")) {
    case "json":
      return new Response(`${JSON.stringify(archived)}\n`, {
        headers: downloadHeaders("chat.jsonl", "application/jsonl"),
      });
    case "markdown":
      return new Response(markdownOf(archived, await requestWords()), {
        headers: downloadHeaders("chat.md", "text/markdown"),
      });
  }
});

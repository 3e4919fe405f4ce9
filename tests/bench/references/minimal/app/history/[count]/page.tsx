import { readFile } from "node:fs/promises";
import type { UIMessage } from "ai";
import { Chat } from "../../chat";

export const dynamic = "force-dynamic";

type Text = { role: "user" | "assistant"; text: string };

/** Opens on as many messages as its address says: the words of a file that the environment names. */
export default async function Page({ params }: { params: Promise<{ count: string }> }) {
  const { count } = await params;
  const texts: Text[] = JSON.parse(
    await readFile(`${process.env.HISTORIES}/${count}.json`, "utf8"),
  );
  const messages = texts.map(
    ({ role, text }, index): UIMessage => ({
      id: `message-${index}`,
      role,
      parts: [{ type: "text", text }],
    }),
  );
  return <Chat initial={messages} />;
}

import type { Metadata } from "next";
import { cache } from "react";
import { Chat } from "@/components/chat/chat";
import { withoutToolTraffic } from "@/components/chat/without-tool-traffic";
import { requireUser } from "@/lib/server/auth";
import { readChat } from "@/lib/server/chats/read-chat";
import { foundPage } from "@/lib/server/http/found-page";
import { identifier } from "@/lib/server/http/identifier";

type PageProps = { params: Promise<{ chatId: string }> };

// Once per request, for the title and for the page.
const loadChat = cache(async (chatId: string) => {
  const user = await requireUser(`/chat/${chatId}`);
  return foundPage(user.id, async () => readChat(user.id, identifier(chatId, "chat")));
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { chatId } = await params;
  const { title } = await loadChat(chatId);
  return { title };
}

export default async function ChatPage({ params }: PageProps) {
  const { chatId } = await params;
  const { id, title, mode, toolkits, messages, hasEarlier, versions, live } =
    await loadChat(chatId);
  const start = { id, messages: withoutToolTraffic(messages), hasEarlier, versions, live };
  return (
    <Chat key={id} start={start} title={title} mode={mode} toolkits={toolkits} draftKey={id} />
  );
}

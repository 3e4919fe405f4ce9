import type { Metadata } from "next";
import { cache } from "react";
import { Chat } from "@/components/chat/chat";
import { withoutToolTraffic } from "@/components/chat/without-tool-traffic";
import { offeredModels } from "@/lib/server/agent/models";
import { requireUser } from "@/lib/server/auth";
import { readChat } from "@/lib/server/chats/read-chat";
import { foundPage } from "@/lib/server/http/found-page";
import { identifier } from "@/lib/server/http/identifier";
import { identifierSchema } from "@/lib/shared/api";
import { readableMessage } from "@/lib/shared/readable";

type PageProps = {
  params: Promise<{ chatId: string }>;
  /** `message`: the one to open the chat at. */
  searchParams: Promise<{ message?: string | string[] }>;
};

// Once per request, for the title and for the page.
const loadChat = cache(async (chatId: string, sought: string | undefined) => {
  const user = await requireUser(`/chat/${chatId}`);
  return foundPage(user.id, async () => readChat(user.id, identifier(chatId, "chat"), sought));
});

/** The id in the address of the message that is sought. */
async function soughtMessage(searchParams: PageProps["searchParams"]): Promise<string | undefined> {
  return identifierSchema.safeParse((await searchParams).message).data;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { chatId } = await params;
  const { title } = await loadChat(chatId, await soughtMessage(searchParams));
  return { title };
}

export default async function ChatPage({ params, searchParams }: PageProps) {
  const { chatId } = await params;
  const sought = await soughtMessage(searchParams);
  const chat = await loadChat(chatId, sought);
  const { id, title, mode, model, toolkits, project, messages, hasEarlier, versions, live } = chat;
  const start = {
    id,
    messages: withoutToolTraffic(messages.map(readableMessage)),
    hasEarlier,
    versions,
    live,
  };
  const models = await offeredModels();
  const props = { start, title, mode, models, model, toolkits, project, draftKey: id };
  // Looked for again, it is shown again: another key, another page.
  return sought ? (
    <Chat key={crypto.randomUUID()} {...props} sought={sought} />
  ) : (
    <Chat key={id} {...props} />
  );
}

import type { Metadata } from "next";
import { ArchivedChats } from "@/components/chat/archived-chats";
import { requireUser } from "@/lib/server/auth";
import { listChats } from "@/lib/server/chats/list-chats";
import { requestWords } from "@/lib/server/language";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).shelf.archivedChats };
}

export default async function ArchivedPage() {
  const user = await requireUser("/archived");
  return <ArchivedChats initial={await listChats(user.id, { shelf: "archived" })} />;
}

"use client";

import { useRouter } from "next/navigation";
import { Confirmation } from "@/components/ui/confirmation";
import { deleteChat } from "@/lib/client/chat-api";
import { writeDraft } from "@/lib/client/drafts";
import { errorView } from "@/lib/client/request";
import type { ChatSummary } from "@/lib/shared/api";
import { useChatListActions } from "./chat-list-context";

/** Asks before a chat goes. `current`: it is the one on screen, which has to be left then. */
export function DeleteDialog({
  chat,
  current,
  onClosed,
}: {
  chat: ChatSummary;
  current: boolean;
  onClosed: () => void;
}) {
  const router = useRouter();
  const { remove } = useChatListActions();
  const confirm = async () => {
    try {
      await deleteChat(chat.id);
    } catch (error) {
      return errorView(error);
    }
    writeDraft(chat.id, "");
    return null;
  };
  const leave = (confirmed: boolean) => {
    onClosed();
    if (!confirmed) return;
    if (current) router.push("/");
    remove(chat.id);
  };
  return (
    <Confirmation title="Delete this chat?" action="Delete" onConfirm={confirm} onClosed={leave}>
      “{chat.title}” is deleted for good.{" "}
      {chat.shared ? "Its share links stop working at once. " : ""}
      What was done in Bitbucket stays done.
    </Confirmation>
  );
}

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
  onClose,
}: {
  chat: ChatSummary;
  current: boolean;
  onClose: () => void;
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
    if (current) router.push("/");
    remove(chat.id);
    return null;
  };
  return (
    <Confirmation
      open
      onOpenChange={onClose}
      title="Delete this chat?"
      action="Delete"
      onConfirm={confirm}
    >
      “{chat.title}” is deleted for good.{" "}
      {chat.shared ? "Its share links stop working at once. " : ""}
      What was done in Bitbucket stays done.
    </Confirmation>
  );
}

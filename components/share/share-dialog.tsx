"use client";

import { useState } from "react";
import { useChatListActions } from "@/components/chat/chat-list-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { createShare } from "@/lib/client/chat-api";
import { errorView } from "@/lib/client/request";
import type { ErrorView } from "@/lib/shared/error";
import { ShareList } from "./share-list";
import { useShares } from "./use-shares";

type Progress =
  | { status: "ready" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView };

const time = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Makes public copies of a chat, and takes them back. */
export function ShareDialog({ chatId, onClose }: { chatId: string; onClose: () => void }) {
  const [openedAt] = useState(() => new Date());
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const { shares, add, remove } = useShares(chatId);
  const { refresh } = useChatListActions();

  const create = async () => {
    setProgress({ status: "working" });
    try {
      add(await createShare(chatId));
      setProgress({ status: "ready" });
      void refresh();
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Share this chat"
      description="Anyone with the link can read the copy, without signing in."
    >
      <div className="grid gap-4 text-sm">
        <p className="rounded-lg bg-sunken px-3 py-2.5">
          <strong className="font-medium">This is a copy from {time.format(openedAt)}.</strong>{" "}
          Messages you add later stay private. It shows answers and result cards, without what was
          sent to tools, without links and without account names.
        </p>
        <Button
          variant="primary"
          size="large"
          disabled={progress.status === "working"}
          onClick={create}
        >
          {progress.status === "working" ? <Spinner /> : null}
          Create public link
        </Button>
        {progress.status === "failed" ? <Notice error={progress.error} /> : null}
        <ShareList
          shares={shares}
          onRevoked={(shareId) => {
            remove(shareId);
            void refresh();
          }}
        />
      </div>
    </Dialog>
  );
}

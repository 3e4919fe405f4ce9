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

function ShareForm({ chatId }: { chatId: string }) {
  const [openedAt] = useState(() => new Date());
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const { shares, add, remove } = useShares(chatId);
  const { refresh } = useChatListActions();
  const working = progress.status === "working";

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
  const forget = (shareId: string) => {
    remove(shareId);
    void refresh();
  };

  return (
    <div className="grid gap-4 text-sm">
      <p className="rounded-lg bg-sunken px-3 py-2.5">
        <strong className="font-medium">This is a copy from {time.format(openedAt)}.</strong>{" "}
        Messages you add later stay private. It shows answers and result cards, without what was
        sent to tools, without links and without account names.
      </p>
      <Button variant="primary" size="large" disabled={working} onClick={create}>
        {working ? <Spinner /> : null}
        Create public link
      </Button>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
      <ShareList shares={shares} onRevoked={forget} />
    </div>
  );
}

/** Makes public copies of a chat, and takes them back. */
export function ShareDialog({ chatId, onClosed }: { chatId: string; onClosed: () => void }) {
  return (
    <Dialog
      title="Share this chat"
      description="Anyone with the link can read the copy, without signing in."
      onClosed={onClosed}
    >
      {() => <ShareForm chatId={chatId} />}
    </Dialog>
  );
}

"use client";

import { useState } from "react";
import { useChatListActions } from "@/components/chat/chat-list-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ShareSummary } from "@/lib/shared/sharing/api";
import { ShareForm } from "./share-form";
import { ShareList } from "./share-list";
import { useShares } from "./use-shares";

/** What the dialog shows: the links there are, or the making of one. */
type View = { kind: "form"; share?: ShareSummary } | { kind: "links" };

function ShareContent({ chatId }: { chatId: string }) {
  const { shares, put, remove } = useShares(chatId);
  const { refresh } = useChatListActions();
  const [view, setView] = useState<View>({ kind: "form" });
  const done = (share: ShareSummary) => {
    put(share);
    setView({ kind: "links" });
    void refresh();
  };
  const forget = (shareId: string) => {
    remove(shareId);
    void refresh();
  };
  return (
    <div className="grid gap-5">
      {view.kind === "form" ? (
        <ShareForm key={view.share?.id ?? "new"} chatId={chatId} share={view.share} onDone={done} />
      ) : null}
      <ShareList
        shares={shares}
        onRevoked={forget}
        onUpdate={(share) => setView({ kind: "form", share })}
      />
      {view.kind === "links" || view.share ? (
        <div>
          <Button onClick={() => setView({ kind: "form" })}>Make another link</Button>
        </div>
      ) : null}
    </div>
  );
}

/** Makes copies of a chat for others, changes them, and takes them back. */
export function ShareDialog({ chatId, onClosed }: { chatId: string; onClosed: () => void }) {
  return (
    <Dialog
      title="Share this chat"
      description="Readers get a copy of what you choose here, and nothing else."
      width="wide"
      onClosed={onClosed}
    >
      {() => <ShareContent chatId={chatId} />}
    </Dialog>
  );
}

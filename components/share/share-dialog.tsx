"use client";

import { useState } from "react";
import { useChatListActions } from "@/components/chat/chat-list-context";
import { useWords } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
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
  const words = useWords("sharing");
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
          <Button onClick={() => setView({ kind: "form" })}>{words.makeAnother}</Button>
        </div>
      ) : null}
    </div>
  );
}

type ShareDialogProps = { chatId: string; onClosed: () => void };

function SharePopup({ chatId, onClosed }: ShareDialogProps) {
  const words = useWords("sharing");
  return (
    <Dialog title={words.title} description={words.means} width="wide" onClosed={onClosed}>
      {() => <ShareContent chatId={chatId} />}
    </Dialog>
  );
}

/** Makes copies of a chat for others, changes them, and takes them back. */
export function ShareDialog(props: ShareDialogProps) {
  return (
    <WordsFor room="sharing">
      <SharePopup {...props} />
    </WordsFor>
  );
}

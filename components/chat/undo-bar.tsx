"use client";

import dynamic from "next/dynamic";
import { classes } from "@/components/ui/classes";
import { useChatList, useChatListActions } from "./chat-list-context";

const loading = () => null;
const UndoOffer = dynamic(() => import("./undo-offer").then((module) => module.UndoOffer), {
  loading,
});
const Notice = dynamic(() => import("@/components/ui/notice").then((module) => module.Notice), {
  loading,
});

/** Says what was just done with a chat, for as long as that may be taken back here. */
export function UndoBar({ className }: { className: string }) {
  const { offer } = useChatList();
  const { dismissOffer } = useChatListActions();
  return (
    <div data-slot="undo" className={classes(className, offer.status === "none" && "hidden")}>
      <div role="status">
        {offer.status === "offered" ? (
          <UndoOffer key={offer.chat.id + offer.change} offer={offer} />
        ) : null}
      </div>
      {offer.status === "failed" ? <Notice error={offer.error} onDismiss={dismissOffer} /> : null}
    </div>
  );
}

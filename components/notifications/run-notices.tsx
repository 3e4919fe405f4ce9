"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { type NotificationChoice, notificationChoice } from "@/lib/client/notifications/choice";
import { canNotify } from "@/lib/client/notifications/permission";
import { type RunEvent, runEvents } from "@/lib/client/notifications/run-events";
import {
  allTabs,
  becomeWatcher,
  hearOrders,
  present,
  sendOrder,
} from "@/lib/client/notifications/tabs";
import { hearOtherTabs } from "@/lib/client/other-tabs";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { useChatList, useChatListActions } from "../chat/chat-list-context";
import { useWords } from "../language/words";
import { WordsFor } from "../language/words-for";
import { NotificationOffer } from "./notification-offer";

/** Milliseconds between two looks at the list while an answer is being written. */
const lookAgainAfter = 10_000;

const isHidden = () => document.visibilityState === "hidden";

/** Whether this tab watches for all. Without what that takes it is on its own, and only notes that it could have told. */
function useWatcher(wanted: boolean): boolean {
  const [watcher, setWatcher] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const leave = becomeWatcher(() => setWatcher(true));
    return () => {
      leave();
      setWatcher(false);
    };
  }, [wanted]);
  return watcher;
}

function usePresence(id: string, wanted: boolean): void {
  const path = usePathname() ?? "/";
  useEffect(() => {
    if (!wanted) return;
    let leave = present({ id, visible: !isHidden(), path });
    const again = () => {
      leave();
      leave = present({ id, visible: !isHidden(), path });
    };
    document.addEventListener("visibilitychange", again);
    return () => {
      document.removeEventListener("visibilitychange", again);
      leave();
    };
  }, [id, wanted, path]);
}

type RunNoticesProps = { choice: NotificationChoice };

function Notices({ choice }: RunNoticesProps) {
  const { notifications: words } = useWords("habits");
  const { pinned, page } = useChatList();
  const chats = useMemo(() => [...pinned, ...page.chats], [pinned, page]);
  const list = useChatListActions();
  const router = useRouter();
  const [id] = useState(() => crypto.randomUUID());
  const [missed, setMissed] = useState(false);
  const wanted =
    (choice === "on" || choice === "untitled") &&
    canNotify() &&
    Notification.permission === "granted";
  const watcher = useWatcher(wanted);
  const seen = useRef(chats);
  usePresence(id, wanted);

  const notify = useEffectEvent((event: RunEvent) => {
    const titled = notificationChoice() === "on";
    const shown = new Notification(words[event.kind], {
      ...(titled ? { body: revealHiddenCharacters(event.title) } : {}),
      tag: event.chatId,
      icon: "/icons/192.png",
    });
    shown.onclick = () => {
      window.focus();
      shown.close();
      router.push(`/chat/${event.chatId}`);
    };
  });
  const tell = useEffectEvent(async (event: RunEvent) => {
    const tabs = await allTabs();
    if (tabs.some(({ visible }) => visible)) return;
    const shows = tabs.find(({ path }) => path === `/chat/${event.chatId}`);
    if (shows && shows.id !== id) sendOrder({ to: shows.id, event });
    else notify(event);
  });

  useEffect(() => {
    const events = runEvents(seen.current, chats);
    seen.current = chats;
    if (events.length === 0 || !isHidden()) return;
    if (choice === "unasked") setMissed(true);
    if (watcher) for (const event of events) void tell(event);
  }, [chats, choice, watcher]);

  useEffect(() => (wanted ? hearOrders(id, notify) : undefined), [id, wanted]);
  // The list itself rests while nobody sees it.
  const busy = chats.some(({ activity }) => activity !== "idle");
  useEffect(() => {
    if (!watcher) return;
    const look = () => {
      if (isHidden()) void list.read();
    };
    const hangUp = hearOtherTabs(look);
    const timer = busy ? setInterval(look, lookAgainAfter) : undefined;
    return () => {
      hangUp();
      clearInterval(timer);
    };
  }, [watcher, busy, list]);

  return missed && choice === "unasked" && canNotify() ? <NotificationOffer /> : null;
}

/**
 * Tells of answers that ended or wait while nothing of the app is in sight: once, however many tabs there are, and by the tab
 * that shows the chat where there is one. Who has not been asked yet is offered it on coming back.
 */
export function RunNotices(props: RunNoticesProps) {
  return (
    <WordsFor room="habits">
      <Notices {...props} />
    </WordsFor>
  );
}

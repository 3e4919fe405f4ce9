"use client";

import dynamic from "next/dynamic";
import { useEffect, useState, useSyncExternalStore } from "react";
import { notificationChoice, onNotificationChoice } from "@/lib/client/notifications/choice";

const RunNotices = dynamic(() => import("./run-notices").then((module) => module.RunNotices), {
  loading: () => null,
});

/** What tells a person of their chats while they are elsewhere: fetched for who wants it, and when a tab is left first. */
export function Notifications() {
  const choice = useSyncExternalStore(onNotificationChoice, notificationChoice, () => "off");
  const [left, setLeft] = useState(false);
  useEffect(() => {
    const look = () => setLeft((before) => before || document.visibilityState === "hidden");
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  const wanted = choice === "on" || choice === "untitled" || (choice === "unasked" && left);
  return wanted ? <RunNotices choice={choice} /> : null;
}

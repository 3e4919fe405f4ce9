"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { say } from "@/lib/client/say";
import { errorViewOf } from "@/lib/language/sentence";
import type { UpdateAttempt } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import { postAnswer } from "../post-answer";

export type AttemptProgress =
  | { status: "idle" }
  | { status: "sending"; action: UpdateAttempt["action"] }
  | { status: "refused"; error: ErrorView };

const settledElsewhere = errorViewOf("already_settled", say("settledElsewhere"));

/** Sends what a person does with an attempt to connect, one thing at a time. The new state comes by the stream. */
export function useAttempt(connectionId: string) {
  const [progress, setProgress] = useState<AttemptProgress>({ status: "idle" });
  const sending = useRef(false);
  const send = useCallback(
    async (action: UpdateAttempt["action"]) => {
      if (sending.current) return;
      sending.current = true;
      setProgress({ status: "sending", action });
      const address = `/api/connections/attempts/${encodeURIComponent(connectionId)}`;
      const outcome = await postAnswer(address, { action });
      sending.current = false;
      switch (outcome.status) {
        case "accepted":
          return setProgress({ status: "idle" });
        case "answered":
          return setProgress({ status: "refused", error: settledElsewhere });
        case "refused":
          return setProgress({ status: "refused", error: outcome.error });
      }
    },
    [connectionId],
  );
  return { progress, send };
}

/** Calls back once each time the person returns to this page, by window or by tab. */
export function useReturn(active: boolean, onReturn: () => void): void {
  useEffect(() => {
    if (!active) return;
    let away = !document.hasFocus();
    const leave = () => {
      away = true;
    };
    const comeBack = () => {
      if (!away || document.visibilityState === "hidden") return;
      away = false;
      onReturn();
    };
    const changeVisibility = () => (document.visibilityState === "hidden" ? leave() : comeBack());
    window.addEventListener("blur", leave);
    window.addEventListener("focus", comeBack);
    document.addEventListener("visibilitychange", changeVisibility);
    return () => {
      window.removeEventListener("blur", leave);
      window.removeEventListener("focus", comeBack);
      document.removeEventListener("visibilitychange", changeVisibility);
    };
  }, [active, onReturn]);
}

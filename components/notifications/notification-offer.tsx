"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { chooseNotifications } from "@/lib/client/notifications/choice";
import { askForPermission } from "@/lib/client/notifications/permission";
import { useWords } from "../language/words";

/** Asks whether to tell the next time. The browser asks only whoever says yes here, and a no is for good. */
export function NotificationOffer() {
  const id = useId();
  const { notifications: words } = useWords("habits");
  return (
    <section
      aria-labelledby={id}
      data-slot="notification-offer"
      className="fixed top-16 right-4 z-10 grid w-80 max-w-[calc(100vw-2rem)] gap-2.5 rounded-xl border border-border bg-surface p-3 text-sm shadow-overlay"
    >
      <p id={id}>{words.offer}</p>
      <div className="flex justify-end gap-2">
        <Button variant="quiet" size="small" onClick={() => chooseNotifications("off")}>
          {words.notNow}
        </Button>
        <Button size="small" onClick={() => void askForPermission()}>
          {words.notifyMe}
        </Button>
      </div>
    </section>
  );
}

"use client";

import { useState, useSyncExternalStore } from "react";
import { Switch } from "@/components/ui/switch";
import {
  chooseNotifications,
  notificationChoice,
  onNotificationChoice,
} from "@/lib/client/notifications/choice";
import { askForPermission, canNotify } from "@/lib/client/notifications/permission";
import { useWords } from "../language/words";

const never = () => () => undefined;

/** Whether to be told of chats while one is elsewhere, and of how much. */
export function NotificationSettings() {
  const { notifications: words } = useWords("habits");
  const choice = useSyncExternalStore(onNotificationChoice, notificationChoice, () => "unasked");
  const possible = useSyncExternalStore(never, canNotify, () => true);
  const [refused, setRefused] = useState(false);
  const on = choice === "on" || choice === "untitled";
  const switchTo = async (wanted: boolean) => {
    if (!wanted) chooseNotifications("off");
    else setRefused(!(await askForPermission()));
  };
  if (!possible) {
    return <p className="p-4 text-muted-foreground text-sm">{words.impossible}</p>;
  }
  return (
    <div className="grid justify-items-start gap-2.5 p-4">
      <Switch checked={on} onCheckedChange={(wanted) => void switchTo(wanted)}>
        {words.notify}
      </Switch>
      {on ? (
        <Switch
          checked={choice === "on"}
          onCheckedChange={(titled) => chooseNotifications(titled ? "on" : "untitled")}
        >
          {words.showTitle}
        </Switch>
      ) : null}
      <p role="alert" className={refused ? "text-danger text-sm" : "sr-only"}>
        {refused ? words.refused : null}
      </p>
      <p className="text-muted-foreground text-xs">{words.about}</p>
    </div>
  );
}

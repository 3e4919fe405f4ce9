"use client";

import { useEffect, useState } from "react";
import { PlainText } from "@/components/results/parts/plain-text";
import { readWorkspaces } from "@/lib/client/connections-api";

type Reach = { status: "asking" } | { status: "known"; names: string[] } | { status: "unknown" };

/** Where an account can work, asked of the provider itself. */
export function Workspaces({ accountId }: { accountId: string }) {
  const [reach, setReach] = useState<Reach>({ status: "asking" });
  useEffect(() => {
    const controller = new AbortController();
    readWorkspaces(accountId, controller.signal).then(
      (names) => setReach(names ? { status: "known", names } : { status: "unknown" }),
      () => controller.signal.aborted || setReach({ status: "unknown" }),
    );
    return () => controller.abort();
  }, [accountId]);
  switch (reach.status) {
    case "asking":
      return <p className="text-sm text-muted-foreground">Looking up the workspaces…</p>;
    case "unknown":
      return (
        <p className="text-sm text-muted-foreground">
          Its workspaces cannot be looked up at the moment.
        </p>
      );
    case "known":
      return (
        <p className="wrap-anywhere text-sm text-muted-foreground">
          {reach.names.length === 1 ? "Workspace: " : "Workspaces: "}
          {reach.names.length > 0 ? <PlainText text={reach.names.join(", ")} /> : "none"}
        </p>
      );
  }
}

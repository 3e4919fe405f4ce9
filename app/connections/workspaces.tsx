"use client";

import { useEffect, useState } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { readWorkspaces } from "@/lib/client/connections-api";

type Reach = { status: "asking" } | { status: "known"; names: string[] } | { status: "unknown" };

/** Where an account can work, asked of the provider itself. */
export function Workspaces({ accountId }: { accountId: string }) {
  const words = useWords("connections").workspaces;
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
      return <p className="text-sm text-muted-foreground">{words.asking}</p>;
    case "unknown":
      return <p className="text-sm text-muted-foreground">{words.unknown}</p>;
    case "known":
      return (
        <p className="wrap-anywhere text-sm text-muted-foreground">
          {words.label(reach.names.length)}{" "}
          {reach.names.length > 0 ? <PlainText text={reach.names.join(", ")} /> : words.none}
        </p>
      );
  }
}

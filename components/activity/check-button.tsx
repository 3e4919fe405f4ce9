"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import type { ActionView } from "@/lib/shared/action";
import { useAsking } from "./asking";
import { checkRequest } from "./describe/check-request";

/** Asks the agent to find out whether a change went through whose answer never came. */
export function CheckButton({ action }: { action: ActionView }) {
  const asking = useAsking();
  const reasonId = useId();
  if (!asking) return null;
  const busy = asking.status === "busy";
  return (
    <>
      <Button
        size="small"
        aria-label="Check whether this went through"
        aria-describedby={busy ? reasonId : undefined}
        disabled={busy}
        onClick={() => {
          if (asking.status === "ready") asking.ask(checkRequest(action));
        }}
      >
        Check
      </Button>
      {busy ? (
        <span id={reasonId} className="text-muted-foreground text-xs">
          once this answer has ended
        </span>
      ) : null}
    </>
  );
}

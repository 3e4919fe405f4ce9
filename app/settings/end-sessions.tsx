"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/confirmation";
import { clearDrafts } from "@/lib/client/drafts";
import { errorView, jsonRequest, request } from "@/lib/client/request";

/** Signs every browser of this user out, this one included. */
export function EndSessions() {
  const [asking, setAsking] = useState(false);
  const end = async () => {
    try {
      await request("/api/auth/sign-out", jsonRequest("POST", { everywhere: true }));
    } catch (error) {
      return errorView(error);
    }
    clearDrafts();
    return null;
  };
  const leave = (confirmed: boolean) => {
    setAsking(false);
    // A new document: nothing of what this user saw stays in memory.
    if (confirmed) window.location.assign("/signin");
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>End all sessions</Button>
      {asking ? (
        <Confirmation
          title="End all sessions?"
          action="End all sessions"
          onConfirm={end}
          onClosed={leave}
        >
          Every browser in which you are signed in is signed out at once. Answers that are being
          written go on.
        </Confirmation>
      ) : null}
    </>
  );
}

"use client";

import { useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/confirmation";
import { clearDrafts } from "@/lib/client/drafts";
import { errorView, jsonRequest, request } from "@/lib/client/request";

/** Signs every browser of this user out, this one included. */
export function EndSessions() {
  const words = useWords("settings").sessions;
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
      <Button onClick={() => setAsking(true)}>{words.end}</Button>
      {asking ? (
        <Confirmation title={words.ask} action={words.end} onConfirm={end} onClosed={leave}>
          {words.means}
        </Confirmation>
      ) : null}
    </>
  );
}

"use client";

import { useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

/** The end of a list of chats that has more. */
export function OlderChats({ onLoad }: { onLoad: () => Promise<void> }) {
  const { olderChats } = useWords("shelf");
  const [loading, setLoading] = useState(false);
  const load = async () => {
    setLoading(true);
    await onLoad();
    setLoading(false);
  };
  return (
    <div className="mt-3 px-1">
      <Button variant="quiet" size="small" disabled={loading} onClick={load}>
        {loading ? <Spinner /> : null}
        {olderChats}
      </Button>
    </div>
  );
}

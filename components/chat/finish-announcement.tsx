"use client";

import { useState } from "react";
import { useWords } from "@/components/language/words";

/** Says once that an answer is complete; the text that streams in is not read out. */
export function FinishAnnouncement({ busy }: { busy: boolean }) {
  const [wasBusy, setWasBusy] = useState(busy);
  const [finished, setFinished] = useState(false);
  const words = useWords("chat").messages;
  if (busy !== wasBusy) {
    setWasBusy(busy);
    setFinished(!busy);
  }
  return (
    <p role="status" className="sr-only">
      {finished ? words.finished : ""}
    </p>
  );
}

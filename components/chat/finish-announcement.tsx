"use client";

import { useState } from "react";

/** Says once that an answer is complete; the text that streams in is not read out. */
export function FinishAnnouncement({ busy }: { busy: boolean }) {
  const [wasBusy, setWasBusy] = useState(busy);
  const [words, setWords] = useState("");
  if (busy !== wasBusy) {
    setWasBusy(busy);
    setWords(busy ? "" : "Answer finished");
  }
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}

"use client";

import { Download, Upload } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { Button, buttonClasses } from "@/components/ui/button";
import { importChats, type Progress } from "./import-chats";

const chats = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "chat" : "chats"}`;

function Report({ progress: { done, brought, refused } }: { progress: Progress }) {
  return (
    <div role="status" className="grid gap-1.5 text-sm">
      <p>{done ? `${chats(brought)} brought in.` : `Bringing in… ${chats(brought)} so far.`}</p>
      {refused.length > 0 ? (
        <>
          <p className="text-danger">{chats(refused.length)} could not be brought in:</p>
          <ul className="grid max-h-48 gap-1 overflow-y-auto text-muted-foreground">
            {refused.map(({ line, reason }) => (
              <li key={line} className="wrap-anywhere">
                Line {line.toLocaleString("en")}: {reason}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** Takes all chats along, and brings such a file in. */
export function Archive() {
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const busy = progress !== null && !progress.done;
  const bringIn = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    await importChats(file, setProgress);
    // The same file may be chosen once more.
    event.target.value = "";
  };
  return (
    <div className="grid gap-3 p-4">
      <p className="text-muted-foreground text-sm">
        A file with every chat and every version of it, to keep or to bring in here or elsewhere.
        Chats that are brought in are added to yours; what they tell of was done elsewhere, and
        nothing of it is done again.
      </p>
      <div className="flex flex-wrap gap-2">
        <a href="/api/archive" download className={buttonClasses()}>
          <Download aria-hidden className="size-4" />
          Download all chats
        </a>
        <Button disabled={busy} onClick={() => input.current?.click()}>
          <Upload aria-hidden className="size-4" />
          Bring chats in
        </Button>
        <input
          ref={input}
          type="file"
          accept=".jsonl,application/jsonl"
          aria-label="File with chats"
          className="sr-only"
          tabIndex={-1}
          onChange={bringIn}
        />
      </div>
      {progress ? <Report progress={progress} /> : null}
    </div>
  );
}

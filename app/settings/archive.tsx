"use client";

import { Download, Upload } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
import { Button, buttonClasses } from "@/components/ui/button";
import { importChats, type Progress } from "./import-chats";

function Report({ progress: { done, brought, refused } }: { progress: Progress }) {
  const words = useWords("settings").archive;
  return (
    <div role="status" className="grid gap-1.5 text-sm">
      <p>{done ? words.broughtIn(brought) : words.bringingIn(brought)}</p>
      {refused.length > 0 ? (
        <>
          <p className="text-danger">{words.refused(refused.length)}</p>
          <ul className="grid max-h-48 gap-1 overflow-y-auto text-muted-foreground">
            {refused.map(({ line, reason }) => (
              <li key={line} className="wrap-anywhere">
                {words.line(line)} <ErrorText error={reason}>{({ message }) => message}</ErrorText>
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
  const words = useWords("settings").archive;
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
      <p className="text-muted-foreground text-sm">{words.means}</p>
      <div className="flex flex-wrap gap-2">
        <a href="/api/archive" download className={buttonClasses()}>
          <Download aria-hidden className="size-4" />
          {words.download}
        </a>
        <Button disabled={busy} onClick={() => input.current?.click()}>
          <Upload aria-hidden className="size-4" />
          {words.bringIn}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".jsonl,application/jsonl"
          aria-label={words.file}
          className="sr-only"
          tabIndex={-1}
          onChange={bringIn}
        />
      </div>
      {progress ? <Report progress={progress} /> : null}
    </div>
  );
}

"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { describeKind } from "@/components/activity/describe/describe-action";
import { toolkitName } from "@/components/activity/describe/toolkit-name";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { errorView, jsonRequest, request } from "@/lib/client/request";
import type { PermissionSummary } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";

type Progress =
  | { status: "ready" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView };

type PermissionRowProps = { permission: PermissionSummary; onTakenBack: (words: string) => void };

function PermissionRow({ permission, onTakenBack }: PermissionRowProps) {
  const { id, tool, toolkit, chat, createdAt } = permission;
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const text = useWords("permissions");
  const words = describeKind(tool, toolkit, useWords("actions"));
  const takeBack = async () => {
    setProgress({ status: "working" });
    try {
      await request(`/api/permissions/${id}`, jsonRequest("DELETE"));
      onTakenBack(words);
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };
  return (
    <li data-slot="permission" className="grid gap-2 px-4 py-3">
      <div className="flex items-center gap-4">
        <div className="min-w-0 grow">
          <p className="font-medium">
            <PlainText text={words} />
          </p>
          <p className="wrap-anywhere text-muted-foreground text-sm">
            {toolkitName(toolkit)},{" "}
            {chat ? (
              <>
                {text.onlyIn}{" "}
                <Link
                  href={`/chat/${chat.id}`}
                  prefetch={false}
                  className="underline underline-offset-2 hover:text-foreground"
                >
                  <PlainText text={chat.title} />
                </Link>
              </>
            ) : (
              text.everywhere
            )}
            {text.since} <RelativeTime time={createdAt} />
          </p>
        </div>
        <Button
          aria-label={text.takeBackOf(words)}
          disabled={progress.status === "working"}
          onClick={() => void takeBack()}
        >
          {text.takeBack}
        </Button>
      </div>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
    </li>
  );
}

/** What runs unasked because the person wants it to, each with the way to take it back. */
export function PermissionList({ permissions }: { permissions: PermissionSummary[] }) {
  const router = useRouter();
  const words = useWords("permissions");
  const [taken, setTaken] = useState("");
  const onTakenBack = (what: string) => {
    setTaken(words.takenBack(what));
    // The button that had the focus goes with its row.
    document.getElementById("allowed")?.focus();
    router.refresh();
  };
  return (
    <>
      <p role="status" className="sr-only">
        {taken}
      </p>
      {permissions.length === 0 ? (
        <p className="mt-2 text-muted-foreground">{words.nothingAllowed}</p>
      ) : (
        <ul className="mt-3 divide-y divide-border overflow-hidden rounded-xl border border-border bg-surface">
          {permissions.map((permission) => (
            <PermissionRow key={permission.id} permission={permission} onTakenBack={onTakenBack} />
          ))}
        </ul>
      )}
    </>
  );
}

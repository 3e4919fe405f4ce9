"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { beginConnection } from "@/lib/client/connections-api";
import { errorView } from "@/lib/client/request";
import type { ErrorView } from "@/lib/shared/error";

type Progress =
  | { status: "ready" }
  | { status: "beginning" }
  | { status: "leaving"; path: string }
  | { status: "failed"; error: ErrorView };

/** Begins to connect an account and goes to the provider, in this tab: no blocker of popups stops that. */
export function ConnectButton({ toolkit, label }: { toolkit: string; label: string }) {
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const form = useRef<HTMLFormElement>(null);
  const leaving = progress.status === "leaving";
  useEffect(() => {
    if (leaving) form.current?.requestSubmit();
  }, [leaving]);

  const begin = async () => {
    setProgress({ status: "beginning" });
    try {
      setProgress({ status: "leaving", path: await beginConnection(toolkit) });
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };
  const working = leaving || progress.status === "beginning";

  return (
    <div className="grid justify-items-start gap-3">
      <Button variant="primary" disabled={working} onClick={begin}>
        {working ? <Spinner /> : <Plus aria-hidden className="size-4" />}
        <span className="truncate">{label}</span>
      </Button>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
      {leaving ? <form ref={form} method="post" action={`${progress.path}/open`} hidden /> : null}
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { errorView, jsonRequest, request } from "@/lib/client/request";
import type { ErrorView } from "@/lib/shared/error";

type Progress =
  | { status: "ready" }
  | { status: "sending" }
  | { status: "failed"; error: ErrorView };

/** Accepts exactly the change that is shown: its hash goes along. */
export function AcceptButton({ name, hash }: { name: string; hash: string }) {
  const words = useWords("tools");
  const router = useRouter();
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const accept = async () => {
    setProgress({ status: "sending" });
    try {
      const address = `/api/tools/${encodeURIComponent(name)}/accept`;
      await request(address, jsonRequest("POST", { hash }));
      router.refresh();
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };
  return (
    <div className="grid justify-items-start gap-3">
      <Button disabled={progress.status === "sending"} onClick={accept}>
        {progress.status === "sending" ? words.accepting : words.accept}
      </Button>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
    </div>
  );
}

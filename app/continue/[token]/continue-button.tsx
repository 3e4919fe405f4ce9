"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { errorView } from "@/lib/client/request";
import { continueShare } from "@/lib/client/share-api";
import type { ErrorView } from "@/lib/shared/error";
import type { ContinueShare } from "@/lib/shared/sharing/api";

type Progress =
  | { status: "ready" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView };

/** Makes the chat and goes there. */
export function ContinueButton(copy: ContinueShare) {
  const words = useWords("sharing").continue;
  const router = useRouter();
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const working = progress.status === "working";
  const start = async () => {
    setProgress({ status: "working" });
    try {
      router.push(`/chat/${await continueShare(copy)}`);
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };
  return (
    <>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
      <Button variant="primary" disabled={working} onClick={start}>
        {working ? <Spinner /> : null}
        {words.here}
      </Button>
    </>
  );
}

"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { errorView } from "@/lib/client/request";
import type { Progress } from "./progress";
import { signIn } from "./sign-in";
import { useHydrated } from "./use-hydrated";

/** Signs in as a new guest. */
export function GuestForm({ next }: { next: string }) {
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const working = progress.status === "working";
  const hydrated = useHydrated();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProgress({ status: "working" });
    await signIn("guest", { next }).catch((error: unknown) =>
      setProgress({ status: "failed", error: errorView(error) }),
    );
  };

  return (
    <form method="post" onSubmit={submit} className="grid gap-2">
      <Button type="submit" variant="primary" size="large" disabled={working || !hydrated}>
        {working ? <Spinner /> : null}
        Continue as guest
      </Button>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
      <p className="text-xs text-muted-foreground">
        No account needed. A guest’s chats belong to this browser: they cannot be reached after
        signing out.
      </p>
    </form>
  );
}

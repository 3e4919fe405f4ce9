"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { useHydrated } from "@/components/ui/use-hydrated";
import { errorView } from "@/lib/client/request";
import type { Progress } from "./progress";

/** A way in that takes nothing but a press. `enter` leaves the page, or throws what is shown below the button. */
export function OneButtonForm({
  enter,
  prominent,
  label,
  children,
}: {
  enter: () => Promise<void>;
  prominent: boolean;
  label: string;
  children?: ReactNode;
}) {
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const working = progress.status === "working";
  const hydrated = useHydrated();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProgress({ status: "working" });
    await enter().catch((error: unknown) =>
      setProgress({ status: "failed", error: errorView(error) }),
    );
  };

  return (
    <form method="post" onSubmit={submit} className="grid gap-2">
      <Button
        type="submit"
        variant={prominent ? "primary" : "outline"}
        size="large"
        disabled={working || !hydrated}
      >
        {working ? <Spinner /> : null}
        <span className="truncate">{label}</span>
      </Button>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
      {children}
    </form>
  );
}

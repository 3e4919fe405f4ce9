"use client";

import { type FormEvent, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { useHydrated } from "@/components/ui/use-hydrated";
import { errorView } from "@/lib/client/request";
import type { OfferedProvider } from "@/lib/shared/sign-in";
import type { Progress } from "./progress";
import { goToProvider } from "./sign-in";

/** Leads to a provider, which says who somebody is. */
export function ProviderForm({
  provider,
  next,
  prominent,
}: {
  provider: OfferedProvider;
  next: string;
  prominent: boolean;
}) {
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const words = useWords("signIn");
  const working = progress.status === "working";
  const hydrated = useHydrated();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProgress({ status: "working" });
    await goToProvider(provider.id, next).catch((error: unknown) =>
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
        <span className="truncate">{words.withProvider(provider.name)}</span>
      </Button>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
    </form>
  );
}

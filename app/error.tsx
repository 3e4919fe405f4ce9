"use client";

import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/empty-page";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { pageError, tryAgain } = useWords("common");
  return (
    <EmptyPage
      title={pageError.title}
      actions={
        <Button variant="primary" onClick={reset}>
          {tryAgain}
        </Button>
      }
    >
      {pageError.body}
      {error.digest ? (
        <p className="mt-2 font-mono text-xs">{pageError.reference(error.digest)}</p>
      ) : null}
    </EmptyPage>
  );
}

"use client";

import { Button } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/plain-page";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <EmptyPage
      title="This page could not be shown"
      actions={
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      Something went wrong on the server. Your chats are safe.
      {error.digest ? (
        <p className="mt-2 font-mono text-xs">Reference for the server’s log: {error.digest}</p>
      ) : null}
    </EmptyPage>
  );
}

"use client";

import { CircleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
import type { ErrorView } from "@/lib/shared/error";

/** An error in place: what happened, what to do, and what the person can press. */
export function Notice({
  error,
  children,
  onDismiss,
}: {
  error: ErrorView;
  children?: ReactNode;
  onDismiss?: () => void;
}) {
  const { dismiss } = useWords("common");
  return (
    <div
      data-slot="notice"
      role="alert"
      className="flex items-start gap-2.5 rounded-lg border border-danger/35 bg-danger-soft px-3 py-2.5 text-sm"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0 grow">
        <ErrorText error={error}>
          {({ message, hint }) => (
            <>
              <p className="font-medium">{message}</p>
              {hint ? <p className="text-muted-foreground">{hint}</p> : null}
            </>
          )}
        </ErrorText>
        {children ? <div className="mt-2 flex flex-wrap gap-2">{children}</div> : null}
      </div>
      {onDismiss ? (
        <button
          type="button"
          aria-label={dismiss}
          onClick={onDismiss}
          className="touch-target rounded-sm text-muted-foreground hover:text-foreground"
        >
          <X aria-hidden className="size-4" />
        </button>
      ) : null}
    </div>
  );
}

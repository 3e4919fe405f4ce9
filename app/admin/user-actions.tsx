"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/confirmation";
import { Notice } from "@/components/ui/notice";
import { errorView, jsonRequest, request } from "@/lib/client/request";
import type { AdminUser, ChangeUser } from "@/lib/shared/admin";
import type { ErrorView } from "@/lib/shared/error";

type Progress =
  | { status: "ready" }
  | { status: "asking" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView };

/** What an administrator can do about somebody else. */
export function UserActions({ user }: { user: AdminUser }) {
  const router = useRouter();
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const words = useWords("admin").users;
  const working = progress.status === "working";

  /** @returns the error to show when it could not be done */
  const send = async (change: ChangeUser): Promise<ErrorView | null> => {
    try {
      await request(`/api/admin/users/${user.id}`, jsonRequest("PATCH", change));
      router.refresh();
      return null;
    } catch (error) {
      return errorView(error);
    }
  };
  const change = async (wish: ChangeUser) => {
    setProgress({ status: "working" });
    const error = await send(wish);
    setProgress(error ? { status: "failed", error } : { status: "ready" });
  };

  const name = user.kind === "guest" ? words.guest : user.name;
  const other = user.role === "admin" ? "member" : "admin";
  return (
    <div className="flex flex-wrap gap-2">
      {user.kind === "member" && !user.disabled ? (
        <Button
          size="small"
          disabled={working}
          aria-label={words.makeOf[other](name)}
          onClick={() => change({ role: other })}
        >
          {words.make[other]}
        </Button>
      ) : null}
      {user.disabled ? (
        <Button
          size="small"
          disabled={working}
          aria-label={words.enableOf(name)}
          onClick={() => change({ disabled: false })}
        >
          {words.enable}
        </Button>
      ) : (
        <Button
          size="small"
          disabled={working}
          aria-label={words.disableOf(name)}
          onClick={() => setProgress({ status: "asking" })}
        >
          {words.disable}
        </Button>
      )}
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
      {progress.status === "asking" ? (
        <Confirmation
          title={words.disableAsk(name)}
          action={words.disable}
          onConfirm={() => send({ disabled: true })}
          onClosed={() => setProgress({ status: "ready" })}
        >
          {words.disableMeans}
        </Confirmation>
      ) : null}
    </div>
  );
}

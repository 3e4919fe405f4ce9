"use client";

import { type FormEvent, useRef, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import { errorView, jsonRequest, requestJson } from "@/lib/client/request";
import type { AccountDeleted } from "@/lib/shared/account";
import type { ErrorView } from "@/lib/shared/error";

type Progress =
  | { status: "asked" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView }
  | { status: "deleted"; connections: AccountDeleted["connections"] };

/** A new document: nothing of what this user saw stays in memory. */
const leave = () => window.location.assign("/signin");

function Farewell({ connections }: Pick<AccountDeleted, "connections">) {
  const words = useWords("settings").deletion;
  return (
    <div className="grid gap-5">
      <p role="status" className="text-muted-foreground text-sm">
        {connections === "deleted" ? words.forgotten : words.toForget}
      </p>
      <div className="flex justify-end">
        <Button variant="primary" autoFocus onClick={leave}>
          {words.leave}
        </Button>
      </div>
    </div>
  );
}

/** Asks whoever signs in with a password for it once more, deletes the account, and says what became of it. */
export function DeleteAccountDialog({
  password,
  onClosed,
}: {
  password: boolean;
  onClosed: () => void;
}) {
  const [progress, setProgress] = useState<Progress>({ status: "asked" });
  const words = useWords("settings").deletion;
  const { cancel } = useWords("common");
  const field = useRef<HTMLInputElement>(null);
  const wayOut = useRef<HTMLButtonElement>(null);
  const deleted = progress.status === "deleted";
  const working = progress.status === "working";

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = password ? { password: String(form.get("password") ?? "") } : {};
    setProgress({ status: "working" });
    try {
      const deletion = jsonRequest("DELETE", body);
      const { connections } = await requestJson("/api/account", "accountDeleted", deletion);
      setProgress({ status: "deleted", connections });
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };

  return (
    <Dialog
      title={deleted ? words.done : words.ask}
      {...(deleted ? {} : { description: words.forGood })}
      initialFocus={password ? field : wayOut}
      onClosed={deleted ? leave : onClosed}
    >
      {(close) =>
        deleted ? (
          <Farewell connections={progress.connections} />
        ) : (
          <form method="post" onSubmit={submit} noValidate className="grid gap-5">
            {password ? (
              <TextField
                ref={field}
                label={words.password}
                name="password"
                type="password"
                autoComplete="current-password"
              />
            ) : null}
            {progress.status === "failed" ? <Notice error={progress.error} /> : null}
            <div className="flex justify-end gap-2">
              <Button ref={wayOut} onClick={close}>
                {cancel}
              </Button>
              <Button variant="danger" type="submit" disabled={working}>
                {working ? <Spinner /> : null}
                {words.confirm}
              </Button>
            </div>
          </form>
        )
      }
    </Dialog>
  );
}

"use client";

import { useWords } from "@/components/language/words";
import { CopyButton } from "@/components/results/parts/copy-button";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { UpdateAttempt } from "@/lib/shared/api";
import type { ConnectionView } from "@/lib/shared/connection";
import { toolkitName } from "../describe/toolkit-name";
import { OpenForm } from "./open-form";
import type { AttemptProgress } from "./use-attempt";

type ConnectActionsProps = {
  connection: ConnectionView;
  progress: AttemptProgress;
  onSend: (action: UpdateAttempt["action"]) => void;
  onOpen: () => void;
};

type SendButtonProps = Pick<ConnectActionsProps, "progress" | "onSend"> & {
  action: UpdateAttempt["action"];
  label: string;
  variant: "primary" | "outline" | "quiet";
};

function SendButton({ action, label, variant, progress, onSend }: SendButtonProps) {
  const sending = progress.status === "sending";
  return (
    <Button variant={variant} disabled={sending} onClick={() => onSend(action)}>
      {sending && progress.action === action ? <Spinner /> : null}
      {label}
    </Button>
  );
}

/** What a person can do at each point of an attempt. */
export function ConnectActions({ connection, progress, onSend, onOpen }: ConnectActionsProps) {
  const { id, state } = connection;
  const words = useWords("connect").actions;
  const { tryAgain } = useWords("common");
  const name = toolkitName(connection.toolkit);
  const common = { progress, onSend };
  const decline = <SendButton {...common} action="decline" label={words.notNow} variant="quiet" />;
  switch (state.status) {
    case "needed":
      return (
        <>
          <OpenForm
            connectionId={id}
            label={state.lost ? words.reconnect(name) : words.connect(name)}
            variant="primary"
            onOpen={onOpen}
          />
          {decline}
          <CopyButton
            label={words.copyLink}
            text={() => `${location.origin}/connect/${encodeURIComponent(id)}`}
          />
        </>
      );
    case "opened":
    case "waiting":
      return (
        <>
          <SendButton {...common} action="check" label={words.checkNow} variant="outline" />
          <OpenForm connectionId={id} label={words.openAgain} variant="outline" onOpen={onOpen} />
          {decline}
        </>
      );
    case "failed":
      return (
        <>
          <SendButton
            {...common}
            action="renew"
            label={tryAgain}
            variant={state.cause === "not-configured" ? "outline" : "primary"}
          />
          {decline}
        </>
      );
    case "expired":
      return (
        <>
          <SendButton {...common} action="renew" label={words.newLink} variant="primary" />
          {decline}
        </>
      );
    case "connected":
    case "declined":
      return null;
  }
}

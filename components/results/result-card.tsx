"use client";

import { useMemo } from "react";
import type { ActionView } from "@/lib/shared/action";
import { GenericCard } from "./cards/generic-card";
import { Card } from "./parts/card";
import { formatBytes } from "./parts/format-bytes";
import { Receipt } from "./receipt";
import { findResultDefinition } from "./registry";
import { unwrapResult } from "./schema/unwrap";

type ResultCardProps = {
  action: ActionView;
  /** A copy that strangers read: without ways into the app. */
  readOnly?: boolean;
};

function OmittedResult({ action, bytes, readOnly }: ResultCardProps & { bytes: number }) {
  return (
    <Card label="Result">
      <p className="px-3 py-2.5 text-muted-foreground">
        Result too large to show here ({formatBytes(bytes)}).{" "}
        {readOnly ? null : (
          <a
            href={`/api/actions/${encodeURIComponent(action.id)}`}
            target="_blank"
            rel="noopener noreferrer"
            className="text-accent underline-offset-2 hover:underline"
          >
            Open all of it
          </a>
        )}
      </p>
    </Card>
  );
}

/** What a succeeded action brought, as the card of its tool; a shape nobody knows becomes a generic card. */
export function ResultCard({ action, readOnly = false }: ResultCardProps) {
  const { state } = action;
  const result = state.status === "succeeded" ? state.result : undefined;
  const card = useMemo(
    () =>
      findResultDefinition(action.tool)?.(result, action) ?? (
        <GenericCard value={unwrapResult(result)} />
      ),
    [action, result],
  );
  if (state.status !== "succeeded") return null;
  if (state.omittedBytes !== undefined && state.result === undefined) {
    return <OmittedResult action={action} bytes={state.omittedBytes} readOnly={readOnly} />;
  }
  return action.toolClass === "read" ? card : <Receipt action={action}>{card}</Receipt>;
}

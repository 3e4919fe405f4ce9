"use client";

import { useMemo } from "react";
import type { ActionView } from "@/lib/shared/action";
import { GenericCard } from "./cards/generic-card";
import { OmittedResult } from "./omitted-result";
import { Receipt } from "./receipt";
import { findResultDefinition } from "./registry";
import { unwrapResult } from "./schema/unwrap";

type ResultCardProps = {
  action: ActionView;
  /** A copy that strangers read: without ways into the app. */
  readOnly?: boolean;
};

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
  if (state.omittedBytes !== undefined) {
    return <OmittedResult action={action} bytes={state.omittedBytes} readOnly={readOnly} />;
  }
  return action.toolClass === "read" ? card : <Receipt action={action}>{card}</Receipt>;
}

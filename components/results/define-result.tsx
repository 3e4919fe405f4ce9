import type { ComponentType, ReactNode } from "react";
import type { z } from "zod";
import type { ActionView } from "@/lib/shared/action";
import { unwrapResult } from "./schema/unwrap";

export type ResultCardProps<Value> = {
  value: Value;
  /** The action the result belongs to. On a shared page it has no arguments and no account. */
  action: ActionView;
};

/** Draws a result, or answers undefined when its shape is not the one it knows. */
export type ResultDefinition = (result: unknown, action: ActionView) => ReactNode | undefined;

/** Joins a schema and the card of what the schema gives. The result comes out of its envelope before it is parsed. */
export function defineResult<Value>(
  schema: z.ZodType<Value>,
  ResultCard: ComponentType<ResultCardProps<Value>>,
): ResultDefinition {
  return (result, action) => {
    const parsed = schema.safeParse(unwrapResult(result));
    return parsed.success ? <ResultCard value={parsed.data} action={action} /> : undefined;
  };
}

import type { ActionView } from "@/lib/shared/action";

/** An argument of the action as text; undefined when it is absent, empty or neither text nor a number. */
export function textArgument(action: ActionView, name: string): string | undefined {
  const value = action.arguments[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

import { randomBytes } from "node:crypto";

/** What a script decided to do next: some words, some calls, or both. */
export type ModelStep = {
  text: string;
  calls: readonly { name: string; arguments: Record<string, unknown> }[];
};

type OutputText = { type: "output_text"; annotations: never[]; logprobs: never[]; text: string };
type ItemStatus = "in_progress" | "completed";

export type MessageItem = {
  id: string;
  type: "message";
  status: ItemStatus;
  content: OutputText[];
  role: "assistant";
};
export type FunctionCallItem = {
  id: string;
  type: "function_call";
  status: ItemStatus;
  arguments: string;
  call_id: string;
  name: string;
};
export type OutputItem = MessageItem | FunctionCallItem;

export function newIdentifier(prefix: "resp" | "msg" | "fc"): string {
  return `${prefix}_${randomBytes(24).toString("hex")}`;
}

export function outputText(text: string): OutputText {
  return { type: "output_text", annotations: [], logprobs: [], text };
}

/** The finished items of a step: at most one message, then its calls. */
export function outputItems(step: ModelStep): OutputItem[] {
  const message: MessageItem[] = step.text
    ? [
        {
          id: newIdentifier("msg"),
          type: "message",
          status: "completed",
          content: [outputText(step.text)],
          role: "assistant",
        },
      ]
    : [];
  const calls = step.calls.map(
    (call): FunctionCallItem => ({
      id: newIdentifier("fc"),
      type: "function_call",
      status: "completed",
      arguments: JSON.stringify(call.arguments),
      call_id: `call_${randomBytes(12).toString("hex")}`,
      name: call.name,
    }),
  );
  return [...message, ...calls];
}

import type { ActionView } from "@/lib/shared/action";
import type { ConnectionView } from "@/lib/shared/connection";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";
import type { NoticeView } from "@/lib/shared/notice";

/** What a message shows, from top to bottom. `key` is stable while the message grows. */
export type MessageSegment =
  | { kind: "text"; key: string; text: string }
  | { kind: "reasoning"; key: string; text: string; streaming: boolean }
  | { kind: "actions"; key: string; actions: ActionView[] }
  | { kind: "connection"; key: string; connection: ConnectionView }
  | { kind: "notice"; key: string; notice: NoticeView };

function toSegment(part: ChatMessagePart, index: number): MessageSegment | undefined {
  switch (part.type) {
    case "text":
      return part.text.trim() ? { kind: "text", key: `text-${index}`, text: part.text } : undefined;
    case "reasoning": {
      const { text, state } = part;
      const segment = { key: `reasoning-${index}`, text, streaming: state === "streaming" };
      return text.trim() ? { kind: "reasoning", ...segment } : undefined;
    }
    case "data-action":
      return { kind: "actions", key: `actions-${part.data.id}`, actions: [part.data] };
    case "data-connection":
      return { kind: "connection", key: `connection-${part.data.id}`, connection: part.data };
    case "data-notice":
      return { kind: "notice", key: `notice-${part.id ?? index}`, notice: part.data };
    // Tool calls are shown by their actions; steps and kinds of a newer server have no shape here.
    default:
      return undefined;
  }
}

/** The parts of a message as a person sees them: actions that follow each other are one list. */
export function messageSegments(parts: ChatMessagePart[]): MessageSegment[] {
  const segments: MessageSegment[] = [];
  for (const [index, part] of parts.entries()) {
    const segment = toSegment(part, index);
    const last = segments.at(-1);
    if (segment?.kind === "actions" && last?.kind === "actions")
      last.actions.push(...segment.actions);
    else if (segment) segments.push(segment);
  }
  return segments;
}

function segmentWaits(segment: MessageSegment): boolean {
  switch (segment.kind) {
    case "text":
    case "reasoning":
    case "notice":
      return false;
    case "actions":
      return segment.actions.some(
        ({ state }) => state.status === "approval" || state.status === "connection",
      );
    case "connection":
      return !["connected", "declined"].includes(segment.connection.state.status);
  }
}

/** Whether something in a message has to be answered by a person before it goes on. */
export function waitsForPerson(parts: ChatMessagePart[]): boolean {
  return messageSegments(parts).some(segmentWaits);
}

/** How many accounts were connected in a chat. */
export function countConnected(messages: readonly ChatMessage[]): number {
  return messages.flatMap(({ parts }) =>
    parts.filter(
      (part) => part.type === "data-connection" && part.data.state.status === "connected",
    ),
  ).length;
}

/** The pause at the end of an answer after which the model is asked again; undefined once anything came after it. */
export function pendingRetry(
  parts: ChatMessagePart[],
): Extract<NoticeView, { kind: "retrying" }> | undefined {
  const last = messageSegments(parts).at(-1);
  return last?.kind === "notice" && last.notice.kind === "retrying" ? last.notice : undefined;
}

/** Whether an answer got as far as words or work. Asking for it all over again could do that work a second time. */
export function hasBegun(parts: ChatMessagePart[]): boolean {
  return parts.some(
    (part) =>
      part.type === "data-action" ||
      part.type === "data-unreadable" ||
      (part.type === "text" && part.text.trim() !== ""),
  );
}

import * as lists from "@/components/activity/stories/sample-lists";
import type { ActionView } from "@/lib/shared/action";
import type { ChatMessage, ChatMessagePart, RunOutcome } from "@/lib/shared/message";
import type { NoticeView } from "@/lib/shared/notice";

const words = (text: string): ChatMessagePart => ({ type: "text", text });
const notice = (data: NoticeView): ChatMessagePart => ({
  type: "data-notice",
  id: data.kind,
  data,
});
const work = (actions: ActionView[]): ChatMessagePart[] =>
  actions.map((data) => ({ type: "data-action", id: data.id, data }));

function answer(id: string, parts: ChatMessagePart[], outcome?: RunOutcome): ChatMessage {
  return { id, role: "assistant", parts, ...(outcome ? { metadata: { outcome } } : {}) };
}

const rateLimited = {
  code: "model_rate_limited",
  message: "The model's provider is limiting requests.",
  hint: "Wait a moment, then try again.",
};
const beginning = words("`main` is at `3fd093f`. I’ll create `release/1.4` there, in");

/** An answer whose model is asked again at that time. */
export function retryingUntil(time: number): ChatMessage {
  const until = new Date(time).toISOString();
  return answer("retrying", [
    beginning,
    notice({ kind: "retrying", error: rateLimited, attempt: 1, until }),
  ]);
}

/** What can happen to an answer while it is written, and the ways it can end. */
export const eventfulMessages: ReadonlyArray<[name: string, message: ChatMessage]> = [
  ["an old log that ends in a retry", retryingUntil(Date.parse("2026-11-21T12:00:00.000Z"))],
  [
    "resumed after a restart",
    answer("resumed", [
      ...work(lists.ordinaryWork.slice(0, 3)),
      words("There are 5 branches in `acme/api`. The newest is"),
      notice({ kind: "resumed" }),
      words("`release/1.4`, made by Jane three hours ago."),
    ]),
  ],
  [
    "shortened",
    answer("shortened", [
      notice({ kind: "shortened", messages: 1_204 }),
      words("Going by the messages I can still read, the release branch is `release/1.4`."),
    ]),
  ],
  [
    "a change whose answer never came",
    answer("unknown", [...work(lists.unknownChanges)], { status: "interrupted" }),
  ],
  ["interrupted", answer("interrupted", [beginning], { status: "interrupted" })],
  [
    "failed after it had begun",
    answer("begun", [beginning], {
      status: "failed",
      error: {
        code: "model_stalled",
        message: "The model stopped answering.",
        hint: "What it had written is kept.",
      },
    }),
  ],
  ["failed before it began", answer("failed", [], { status: "failed", error: rateLimited })],
  [
    "not saved",
    answer("not-saved", [beginning], {
      status: "failed",
      error: {
        code: "not_saved",
        message: "This could not be saved.",
        hint: "The server's disk may be full. Your text is kept; try again in a moment.",
      },
    }),
  ],
];

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { InEnglish } from "@/components/language/in-english";
import type { ChatMessage, ChatMessagePart, RunOutcome } from "@/lib/shared/message";
import { type MessageRenderers, MessageRow } from "./message-row";

const renderers: MessageRenderers = {
  Text: ({ text }) => <p>{text}</p>,
  Actions: () => null,
  Connection: () => null,
  Attachments: () => null,
};
const actions = { onContinue: () => undefined, onRetry: () => undefined };
const said: ChatMessagePart = { type: "text", text: "Half a sent" };

function render(parts: ChatMessagePart[], outcome?: RunOutcome, live = true): string {
  const message: ChatMessage = {
    id: "1",
    role: "assistant",
    parts,
    ...(outcome ? { metadata: { outcome } } : {}),
  };
  return renderToStaticMarkup(
    <InEnglish>
      <MessageRow message={message} renderers={renderers} actions={live ? actions : undefined} />
    </InEnglish>,
  );
}

const notice = (data: Extract<ChatMessagePart, { type: "data-notice" }>["data"]) =>
  render([said, { type: "data-notice", id: "n", data }, said]);

describe("notices in an answer", () => {
  it("tells where the server restarted", () => {
    expect(notice({ kind: "resumed" })).toContain("The server restarted here; the answer goes on.");
  });

  it.each([
    [1, "1 older message no longer fits what the model can read."],
    [12, "12 older messages no longer fit what the model can read."],
  ])("tells that %d messages were left out", (messages, words) => {
    expect(notice({ kind: "shortened", messages })).toContain(words);
  });

  it("leaves nothing behind of a retry, nor of a kind it does not know", () => {
    const bare = render([said, said]);
    const error = { code: "x", message: "Busy." };
    const until = "2026-11-22T12:00:04.000Z";
    expect(notice({ kind: "retried" })).toBe(bare);
    expect(notice({ kind: "retrying", error, attempt: 1, until })).toBe(bare);
    expect(notice(JSON.parse('{"kind":"teleported"}'))).toBe(bare);
  });
});

describe("how an answer ended", () => {
  const failed: RunOutcome = {
    status: "failed",
    error: { code: "model_stalled", message: "The model stopped answering." },
  };

  it("goes on with what has begun, and asks again only where nothing was said or done", () => {
    expect(render([], failed)).toContain("Try again");
    const begun = render([said], failed);
    expect(begun).toContain("Continue");
    expect(begun).not.toContain("Try again");
  });

  it("goes on after a restart", () => {
    const markup = render([said], { status: "interrupted" });
    expect(markup).toContain("The server restarted while this ran.");
    expect(markup).toContain("Continue");
  });

  it("has nothing to press on an old answer", () => {
    expect(render([said], failed, false)).not.toContain("<button");
    expect(render([said], { status: "interrupted" }, false)).not.toContain("<button");
  });
});

describe("what a model thought", () => {
  it("stands folded before its answer, and says while it thinks", () => {
    const thought = (state: "streaming" | "done") =>
      render([{ type: "reasoning", text: "Let me look.", state }, said]);
    expect(thought("done")).toMatch(
      /<details data-slot="reasoning" (?![^>]*open)[^>]*>.*Thoughts.*Let me look\..*Half a sent/,
    );
    expect(thought("streaming")).toContain("Thinking");
  });
});

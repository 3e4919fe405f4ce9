import { expect, test } from "vitest";
import { sampleAction } from "@/components/activity/stories/sample-action";
import type { ActionView } from "@/lib/shared/action";
import type { ChatMessage } from "@/lib/shared/message";
import { markupOf } from "@/tests/support/markup";
import { AskingProvider } from "../activity/asking";
import { type MessageRenderers, MessageRow } from "./message-row";
import { eventfulMessages } from "./stories/sample-messages";
import { WorkingLine } from "./working-line";

const renderers: MessageRenderers = {
  Text: ({ text }) => <p>{text}</p>,
  Actions: () => null,
  Connection: () => null,
  Attachments: () => null,
};
const outcomeActions = { onContinue: () => undefined, onRetry: () => undefined };

test("what happened to an answer is told in German", () => {
  const markup = markupOf(
    eventfulMessages.map(([, message]) => (
      <MessageRow
        key={message.id}
        message={message}
        renderers={renderers}
        actions={outcomeActions}
      />
    )),
    "de",
  );
  expect(markup).toContain("Hier ist der Server neu gestartet; die Antwort geht weiter.");
  expect(markup).not.toMatch(/\b(?:Stopped by|older messages|Thoughts|Continue<)\b/);
});

test("the next steps are offered, and sent, in German", () => {
  const action: ActionView = {
    ...sampleAction("BITBUCKET_GET_PULL_REQUEST", {
      status: "succeeded",
      result: { id: 42, state: "OPEN" },
    }),
  };
  const message: ChatMessage = {
    id: "m",
    role: "assistant",
    parts: [{ type: "data-action", id: action.id, data: action }],
    metadata: { outcome: { status: "done" } },
  };
  const markup = markupOf(
    <AskingProvider value={{ status: "ready", ask: () => undefined }}>
      <MessageRow message={message} renderers={renderers} actions={outcomeActions} />
    </AskingProvider>,
    "de",
  );
  expect(markup).toContain("Nächste Schritte");
  expect(markup).toContain("Fasse den Diff von Pull Request #42 in acme/api zusammen.");
  expect(markup).toContain(">Genehmigen<");
});

test("an agent at work says so in German", () => {
  expect(markupOf(<WorkingLine message={undefined} />, "de")).toContain("Arbeitet");
});

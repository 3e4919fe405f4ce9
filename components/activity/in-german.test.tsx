import { describe, expect, it } from "vitest";
import { ResultCard } from "@/components/results/result-card";
import {
  brokenResults,
  emptyResults,
  hugeResults,
  ordinaryResults,
  receiptResults,
} from "@/components/results/stories/tool-results";
import { markupOf } from "@/tests/support/markup";
import { ActionList } from "./action-list";
import { AskingProvider } from "./asking";
import { ConnectCard } from "./connect-card";
import { sampleAction } from "./stories/sample-action";
import * as lists from "./stories/sample-lists";

/** English words of ours that stand in no name, no service's answer and no German sentence. */
const english =
  /\b(?:[Ll]isted|Opened|Creating|Wants to|Could not|shown of|Show all|Try again|Copied|waiting for|Not now|next time|What was sent|You said)\b/;

describe("in German", () => {
  it("asks before a change", () => {
    const markup = markupOf(<ActionList actions={lists.pendingChange} />, "de");
    for (const words of ["wartet auf Antwort", "Nicht ausführen", "Warum nicht? (freiwillig)"])
      expect(markup).toContain(words);
    expect(markupOf(<ActionList actions={lists.pendingBatch} />, "de")).toContain(
      "3 von 3 ausführen",
    );
  });

  it("warns in German, and leaves what no dictionary knows", () => {
    const [known, unknown] = ["This cannot be undone.", "Said by an older version."];
    const action = sampleAction("BITBUCKET_DELETE_ISSUE", {
      status: "approval",
      approvalId: "a",
      warnings: [known, unknown],
      said: { [known]: { key: "notUndoable" } },
    });
    const markup = markupOf(<ActionList actions={[action]} />, "de");
    expect(markup).toContain("lässt sich nicht rückgängig machen");
    expect(markup).toContain(unknown);
    expect(markup).not.toContain(known);
  });

  it("tells what failed, and offers what to send in German", () => {
    const markup = markupOf(
      <AskingProvider value={{ status: "ready", ask: () => undefined }}>
        <ActionList actions={[...lists.everyFailure, ...lists.unknownChanges]} />
      </AskingProvider>,
      "de",
    );
    expect(markup).toContain("Erneut versuchen");
    expect(markup).toContain("Noch einmal versuchen: ");
    expect(markup).toContain("Prüfe, ob das geklappt hat: ");
  });

  it.each([
    ["every state", lists.everyState],
    ["ordinary work", lists.ordinaryWork],
    ["decisions", lists.decidedOtherwise],
    ["a deletion", lists.pendingDeletion],
    ["several at once", lists.pendingTwice],
  ])("has German for %s", (_name, actions) => {
    for (const readOnly of [false, true])
      expect(markupOf(<ActionList actions={actions} readOnly={readOnly} />, "de")).not.toMatch(
        english,
      );
  });

  it("has German for every connection", () => {
    for (const connection of lists.everyConnection)
      expect(markupOf(<ConnectCard connection={connection} />, "de")).not.toMatch(english);
  });

  it.each([...ordinaryResults, ...receiptResults, ...emptyResults, ...hugeResults])(
    "has German for the result of %s",
    (tool, result) => {
      const action = sampleAction(tool, { status: "succeeded", result });
      expect(markupOf(<ResultCard action={action} />, "de")).not.toMatch(english);
    },
  );

  it.each(brokenResults)("has German for what %s should not have answered", (tool, result) => {
    const action = sampleAction(tool, { status: "succeeded", result });
    expect(markupOf(<ResultCard action={action} />, "de")).toContain("<figure");
  });

  it("counts as German does", () => {
    const state = { status: "succeeded" as const, result: undefined, omittedBytes: 1_400_000 };
    const markup = markupOf(
      <ResultCard action={sampleAction("BITBUCKET_LIST_BRANCHES", state)} />,
      "de",
    );
    expect(markup).toContain("(1,4 MB)");
  });
});

import { describe, expect, it } from "vitest";
import type { ActionView } from "@/lib/shared/action";
import { markupOf } from "@/tests/support/markup";
import { ActionList } from "./action-list";
import { type Asking, AskingProvider } from "./asking";
import { sharedAction } from "./stories/sample-action";
import * as lists from "./stories/sample-lists";

function render(actions: ActionView[], readOnly = false): string {
  return markupOf(<ActionList actions={actions} readOnly={readOnly} />);
}

describe("ActionList", () => {
  it("draws every state with its own words", () => {
    const markup = render(lists.everyState);
    for (const words of [
      "About to create branch",
      "Reading page 3 of 8",
      'aria-valuenow="38"',
      "Result too large to show here (12 MB)",
      "/api/actions/state%205",
      "There is a branch release/1.4 in acme/api already.",
      "Choose another name",
      "You said no: ",
      "Wait for the release notes.",
      "This chat is read-only",
      "Cancelled creating branch",
      "This may have gone through – check Bitbucket",
      "3.4 s",
    ]) {
      expect(markup).toContain(words);
    }
  });

  it("asks once for actions that are decided together", () => {
    const markup = render(lists.pendingBatch);
    expect(markup.match(/data-slot="approval"/g)).toHaveLength(1);
    expect(markup.match(/type="checkbox"/g)).toHaveLength(3);
    expect(markup).toContain("Do 3 of 3");
  });

  it("keeps a deletion shut until its name is typed", () => {
    const markup = render(lists.pendingDeletion);
    expect(markup).toMatch(/<button[^>]*disabled=""[^>]*>Delete repository</);
    expect(markup).toContain("This cannot be undone. Forks stay.");
  });

  it("shows all of what is sent, with nothing hidden in it", () => {
    const markup = render(lists.pendingTrap);
    expect(markup).toContain("The last line.");
    expect(markup).toContain("\\u{202E}");
    expect(markup).not.toMatch(/[\u202e\u200b]/);
  });

  it("has a check asked for only where a message can be sent, and says when it can", () => {
    const check = (asking: Asking | undefined, readOnly = false) =>
      markupOf(
        <AskingProvider value={asking}>
          <ActionList actions={lists.unknownChanges} readOnly={readOnly} />
        </AskingProvider>,
      );
    const ready: Asking = { status: "ready", ask: () => undefined };
    expect(check(ready)).toMatch(/<button(?![^>]*disabled="")[^>]*>Check<\/button>/);
    expect(check({ status: "busy" })).toMatch(/<button[^>]*disabled=""[^>]*>Check<\/button>/);
    expect(check({ status: "busy" })).toContain("once this answer has ended");
    expect(check(undefined)).not.toContain("Check<");
    expect(check(ready, true)).not.toContain("Check<");
  });

  it("shows every warning, and those of a batch without opening anything", () => {
    const markup = render(lists.pendingRepeated);
    expect(
      markup.match(/This is the same change as one already made in this answer\./g),
    ).toHaveLength(2);
    expect(markup).toContain("Text from another repository goes along.");
  });

  it("has nothing to press that acts, and shows nothing of what was sent, on a shared page", () => {
    const actions = [...lists.everyState, ...lists.pendingBatch, ...lists.pendingDeletion];
    const markup = render(actions.map(sharedAction), true);
    expect(markup).not.toContain("What was sent");
    expect(markup).not.toContain("Raw JSON");
    expect(markup).not.toContain("<input");
    expect(markup).not.toContain("<form");
    expect(markup).not.toContain('"/api/');
    expect(markup).not.toContain("animate-spin");
    expect(markup).not.toContain("You said no");
    expect(markup).not.toContain("Choose another name");
    expect(markup).toContain("Wants to merge a pull request");
  });

  it("mounts no raw JSON before it is opened", () => {
    expect(render(lists.everyState)).not.toContain("<pre");
  });
});

import { describe, expect, test } from "vitest";
import { compareChanges } from "./audit";

const change = (title: string) => ({ tool: "CREATE_ISSUE", arguments: { title } });
const row = (title: string, status: string, toolClass = "change") => ({
  ...change(title),
  toolClass,
  status,
});
const delivered = (title: string) => ({ tools: [change(title)], state: "delivered" as const });
const zero = {
  changesSent: 0,
  changesMade: 0,
  changesRunTwice: 0,
  changesUnrecorded: 0,
  changesSentTwice: 0,
  changesOnlyClaimed: 0,
};

describe("the audit finds", () => {
  test("nothing in changes that have a row each", () => {
    const rows = [row("A", "succeeded"), row("B", "unknown"), row("C", "denied")];
    const counts = compareChanges(
      [change("A"), change("B")],
      [delivered("A"), delivered("B")],
      rows,
    );
    expect(counts).toEqual({ ...zero, changesSent: 2, changesMade: 2 });
  });

  test("a change made twice", () => {
    const log = [change("A"), change("A")];
    const counts = compareChanges(log, [delivered("A"), delivered("A")], [row("A", "succeeded")]);
    expect(counts).toMatchObject({ changesRunTwice: 1, changesSentTwice: 1, changesUnrecorded: 0 });
  });

  test("a change that no row says was sent", () => {
    const counts = compareChanges([change("A")], [], [row("A", "cancelled")]);
    expect(counts).toMatchObject({ changesUnrecorded: 1, changesRunTwice: 0 });
    expect(compareChanges([change("A")], [], [])).toMatchObject({ changesUnrecorded: 1 });
  });

  test("a change sent again that did not arrive the first time", () => {
    const lost = { tools: [change("A")], state: "broken" as const };
    const rows = [row("A", "succeeded")];
    const counts = compareChanges([change("A")], [lost, delivered("A")], rows);
    expect(counts).toMatchObject({ changesSent: 1, changesSentTwice: 1 });
  });

  test("a row that claims what was not done", () => {
    const counts = compareChanges([], [], [row("A", "succeeded"), row("B", "succeeded", "read")]);
    expect(counts).toEqual({ ...zero, changesOnlyClaimed: 1 });
  });
});

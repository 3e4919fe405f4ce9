import { describe, expect, it } from "vitest";
import { readable } from "./readable";

describe("readable", () => {
  it.each([
    ["words", { type: "text", text: "So" }],
    ["data of a kind that is not known", { type: "data-hologram", id: "1", data: { depth: 3 } }],
    ["data as it is here", { type: "data-notice", id: "1", data: { kind: "resumed" } }],
    ["a name that every object has", { type: "toString" }],
  ])("leaves %s as they are", (_name, part) => {
    expect(readable(part)).toBe(part);
  });

  it("keeps the kind and the place of what another version wrote in another shape", () => {
    expect(readable({ type: "data-action", id: "1", data: { id: "x" } })).toEqual({
      type: "data-unreadable",
      id: "1",
      data: { type: "data-action" },
    });
    expect(readable({ type: "data-notice", data: { kind: "teleported" } })).toEqual({
      type: "data-unreadable",
      data: { type: "data-notice" },
    });
  });
});

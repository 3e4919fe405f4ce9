import { describe, expect, it } from "vitest";
import type { Facts } from "./facts";
import { fillTemplate, segmentsText } from "./template";

const facts: Facts = new Map([
  ["branch", { kind: "name", text: "main" }],
  ["title", { kind: "title", text: "[x] {branch}", quoted: "“[x] {branch}”" }],
]);

function fill(template: string): string {
  return segmentsText(fillTemplate(template, facts));
}

describe("fillTemplate", () => {
  it.each([
    ["plain words", "plain words"],
    ["branch {branch}", "branch main"],
    ["a[ b {branch}] c", "a b main c"],
    ["a[ b {missing}] c", "a c"],
    ["[issue {missing}|an issue] here", "an issue here"],
    ["[branch {branch}|a branch] here", "branch main here"],
    ["", ""],
  ])("%s gives %s", (template, expected) => {
    expect(fill(template)).toBe(expected);
  });

  it("reads nothing in a fact as a template", () => {
    expect(fill("say {title}")).toBe("say “[x] {branch}”");
  });

  it("keeps the kinds apart and joins words", () => {
    expect(fillTemplate("a [b ]{branch}", facts)).toEqual([
      { kind: "words", text: "a b " },
      { kind: "name", text: "main" },
    ]);
  });
});

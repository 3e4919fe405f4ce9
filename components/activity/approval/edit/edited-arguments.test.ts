import { describe, expect, it } from "vitest";
import type { EditForm } from "@/lib/shared/api";
import { editFields } from "./edit-fields";
import { editedArguments, isChanged } from "./edited-arguments";

const form: EditForm = {
  arguments: {
    repo_slug: "api",
    title: "Fix",
    description: "One",
    close: true,
    reviewers: [{ uuid: "{a}" }],
    extra: 4,
    kind: "bug",
  },
  schema: {
    required: ["repo_slug", "title"],
    properties: {
      repo_slug: { type: "string" },
      title: { type: "string", description: "What it is called." },
      description: { type: "string" },
      close: { type: "boolean" },
      reviewers: { type: "array" },
      kind: { enum: ["bug", "task"] },
      count: { type: ["integer", "null"] },
      due: { anyOf: [{ type: "string" }, { type: "string", format: "date" }] },
      odd: { anyOf: [{ type: "string" }, { type: "object" }] },
      level: { enum: [1, 2] },
      unreadable: "nonsense",
    },
  },
  fixed: ["repo_slug"],
};

const edit = (texts: Record<string, string>) => ({ form, texts: new Map(Object.entries(texts)) });
const values = (texts: Record<string, string>) => editedArguments(edit(texts)).values;

describe("editFields", () => {
  const kinds = new Map(editFields(form).map((field) => [field.name, field]));

  it.each([
    ["title", "line"],
    ["description", "text"],
    ["close", "choice"],
    ["reviewers", "json"],
    ["extra", "number"],
    ["kind", "choice"],
    ["count", "number"],
    ["due", "line"],
    ["odd", "json"],
    ["level", "choice"],
    ["unreadable", "json"],
  ])("%s is a %s", (name, kind) => {
    expect(kinds.get(name)?.kind).toBe(kind);
  });

  it("says what is required, fixed and there, in the order of what is sent", () => {
    expect([...kinds.keys()].slice(0, 3)).toEqual(["repo_slug", "title", "description"]);
    expect(kinds.get("title")).toMatchObject({
      required: true,
      present: true,
      text: "Fix",
      description: "What it is called.",
    });
    expect(kinds.get("repo_slug")?.fixed).toBe(true);
    expect(kinds.get("count")).toMatchObject({ present: false, required: false, text: "" });
  });

  it("takes a text of many lines or words for a long one", () => {
    const long = { ...form, arguments: { title: "x".repeat(81) } };
    expect(editFields(long)[0]).toMatchObject({ name: "title", kind: "text" });
  });
});

describe("editedArguments", () => {
  it("leaves what was not touched as it was, value by value", () => {
    expect(values({})).toEqual(form.arguments);
    expect(values({ title: "Fix", reviewers: editFields(form)[4]?.text ?? "" })).toEqual(
      form.arguments,
    );
  });

  it("reads each kind as what it is", () => {
    expect(
      values({
        title: "Mend",
        close: "false",
        reviewers: "[]",
        extra: "5.5",
        kind: "task",
        count: "3",
        level: "2",
        odd: '{"a": 1}',
      }),
    ).toEqual({
      ...form.arguments,
      title: "Mend",
      close: false,
      reviewers: [],
      extra: 5.5,
      kind: "task",
      count: 3,
      level: 2,
      odd: { a: 1 },
    });
  });

  it("sends an emptied text as empty, and leaves anything else out that is empty", () => {
    const { extra: _extra, close: _close, ...kept } = form.arguments;
    expect(values({ description: "", extra: "", close: "", due: "", count: "" })).toEqual({
      ...kept,
      description: "",
    });
  });

  it.each([
    ["extra", "four"],
    ["count", " "],
    ["reviewers", "[{"],
    ["odd", "text"],
  ])("says that %s cannot be %j, and keeps nothing of it", (name, text) => {
    const { problems, values: kept } = editedArguments(edit({ [name]: text }));
    expect([...problems.keys()]).toEqual([name]);
    expect(kept).not.toHaveProperty(name);
  });
});

it("is changed only when something is other than it was", () => {
  expect(isChanged(edit({}))).toBe(false);
  expect(isChanged(edit({ title: "Fix" }))).toBe(false);
  expect(isChanged(edit({ title: "Fix " }))).toBe(true);
  expect(isChanged(edit({ due: "2026-12-01" }))).toBe(true);
});

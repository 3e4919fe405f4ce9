import type { EditForm, WarnedEdit } from "@/lib/shared/api";
import { type EditField, editFields } from "./edit-fields";

/** What a person has made of one action so far. */
export type ActionEdit = {
  form: EditForm;
  /** By argument, what was typed; those that were not touched are not in it. */
  texts: ReadonlyMap<string, string>;
  /** What the server has said of it, and the person has seen. */
  warnings: readonly string[];
  said?: WarnedEdit["said"];
};

/** Why what was typed cannot be sent: it is no number, or no JSON. */
export type Problem = "needsNumber" | "needsJson";

type Value =
  | { kind: "value"; value: unknown }
  | { kind: "left-out" }
  | { kind: "wrong"; problem: Problem };

function parsedValue({ kind, choices, present }: EditField, text: string): Value {
  if (text === "" && !(present && (kind === "line" || kind === "text")))
    return { kind: "left-out" };
  switch (kind) {
    case "line":
    case "text":
      return { kind: "value", value: text };
    case "number": {
      const value = Number(text);
      return text.trim() === "" || !Number.isFinite(value)
        ? { kind: "wrong", problem: "needsNumber" }
        : { kind: "value", value };
    }
    case "choice":
      return { kind: "value", value: choices.has(text) ? choices.get(text) : text };
    case "json":
      try {
        return { kind: "value", value: JSON.parse(text) as unknown };
      } catch {
        return { kind: "wrong", problem: "needsJson" };
      }
  }
}

/** The arguments as a person has changed them, and what is wrong with those that cannot be read. */
export function editedArguments({ form, texts }: Pick<ActionEdit, "form" | "texts">): {
  values: Record<string, unknown>;
  problems: ReadonlyMap<string, Problem>;
} {
  const values: Record<string, unknown> = {};
  const problems = new Map<string, Problem>();
  for (const field of editFields(form)) {
    const text = texts.get(field.name);
    const value: Value =
      text === undefined || text === field.text
        ? field.present
          ? { kind: "value", value: form.arguments[field.name] }
          : { kind: "left-out" }
        : parsedValue(field, text);
    if (value.kind === "value") values[field.name] = value.value;
    if (value.kind === "wrong") problems.set(field.name, value.problem);
  }
  return { values, problems };
}

/** Whether anything is other than it was. */
export function isChanged({ form, texts }: Pick<ActionEdit, "form" | "texts">): boolean {
  return editFields(form).some(({ name, text }) => (texts.get(name) ?? text) !== text);
}

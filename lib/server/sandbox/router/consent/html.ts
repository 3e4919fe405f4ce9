/** Text that is safe to write into a page as it is. */
class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type { Markup };

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

type Insertion = string | Markup | readonly Markup[];

function written(insertion: Insertion): string {
  if (typeof insertion === "string") {
    return insertion.replace(/[&<>"']/g, (character) => entities[character] ?? "");
  }
  return insertion instanceof Markup ? insertion.text : insertion.map(({ text }) => text).join("");
}

/** Markup from a template: every inserted string is escaped, for text and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...insertions: Insertion[]): Markup {
  return new Markup(parts.map((part, index) => part + written(insertions[index] ?? "")).join(""));
}

/** Text of our own that must not be escaped, such as a style sheet. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

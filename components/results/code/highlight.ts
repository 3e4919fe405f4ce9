import { createLowlight } from "lowlight";
import type { CodeRun } from "./code-run";
import { type Language, languages, loadGrammars } from "./grammars";

const lowlight = createLowlight();

type PlainRun = Omit<CodeRun, "hidden">;
type Node = ReturnType<typeof lowlight.highlight>["children"][number];

/** The runs of each line of a text. Has as many lines as the text has line feeds, and one more. */
export type Highlighter = (text: string) => PlainRun[][];

function addRuns(lines: PlainRun[][], nodes: readonly Node[], className: string | undefined): void {
  for (const node of nodes) {
    if (node.type === "element") {
      const names = node.properties.className;
      addRuns(lines, node.children, Array.isArray(names) ? names.join(" ") : className);
    }
    if (node.type !== "text") continue;
    for (const [index, text] of node.value.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ text, className });
    }
  }
}

function highlighterOf(language: Language): Highlighter {
  return (text) => {
    const lines: PlainRun[][] = [[]];
    addRuns(lines, lowlight.highlight(language, text).children, undefined);
    return lines;
  };
}

/** Fetches what colours a language: class names only, because the pages' policy refuses styles in the markup. */
export async function loadHighlighter(language: Language): Promise<Highlighter> {
  for (const [name, grammar] of await loadGrammars(language)) {
    if (!lowlight.registered(name)) lowlight.register(name, grammar);
  }
  return highlighterOf(language);
}

/** For pages that are rendered in one go: {@link loadedHighlighter} knows every language from then on. */
export async function loadAllHighlighters(): Promise<void> {
  await Promise.all(languages.map(loadHighlighter));
}

/** The highlighter of a language that has been loaded. */
export function loadedHighlighter(language: Language): Highlighter | undefined {
  return lowlight.registered(language) ? highlighterOf(language) : undefined;
}

import { renderMermaidSVG } from "beautiful-mermaid";
import { type ReactNode, useMemo } from "react";
import { useWords } from "@/components/language/words";
import { CopyButton } from "@/components/results/parts/copy-button";
import { scrollable } from "@/components/ui/scrollable";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { CodeBlock } from "../code-block";
import { safeMarkup } from "../rich/safe-markup";
import "./diagram.css";

/** UTF-16 code units and lines of a diagram that is drawn: it is laid out while the page waits. */
const lengthLimit = 6_000;
const lineLimit = 120;

/** The name of the notation, as a fence has it. */
const notation = "mermaid";

const words = (list: string) => new Set(list.split(" "));

/** What of SVG comes through: shapes and words. Nothing in it can load, lead anywhere or run; colours are ours. */
const diagramMarkup = {
  elements: words(
    "svg g defs marker path line polyline polygon rect circle ellipse text tspan title",
  ),
  attributes: words(
    "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points dx dy transform fill stroke stroke-width stroke-dasharray stroke-linejoin stroke-linecap text-anchor dominant-baseline font-size font-weight font-style id markerWidth markerHeight refX refY orient marker-start marker-end opacity",
  ),
};

/** The page's policy would refuse the library's styles, and say so, where they are only parsed. Its colours are named in `diagram.css`. */
const withoutStyles = (markup: string) =>
  markup.replace(/<style>[^<]*<\/style>/, "").replace(/^(<svg[^>]*?) style="[^"]*"/, "$1");

/** A diagram as SVG; null where it is none, one of a kind that cannot be drawn here, or too much of one. */
function drawingOf(code: string): ReactNode {
  if (code.length > lengthLimit || code.split("\n").length > lineLimit) return null;
  try {
    const markup = renderMermaidSVG(revealHiddenCharacters(code));
    return safeMarkup(withoutStyles(markup), "svg", diagramMarkup);
  } catch {
    return null;
  }
}

/** A diagram with its source to copy; the source as code, and why, where it cannot be drawn. */
export function Drawn({ code }: { code: string }) {
  const words = useWords("chat").messages;
  const drawing = useMemo(() => drawingOf(code), [code]);
  if (drawing === null)
    return (
      <div>
        <CodeBlock language={notation} code={code} />
        <p className="mt-1 text-muted-foreground text-xs">{words.notDrawn}</p>
      </div>
    );
  return (
    <figure
      data-slot="diagram"
      className="overflow-hidden rounded-lg border border-border bg-surface text-sm"
    >
      <figcaption className="flex h-9 items-center justify-between border-border border-b pr-1 pl-3 font-mono text-muted-foreground text-xs">
        {notation}
        <CopyButton label={words.copy} text={() => code} />
      </figcaption>
      <div {...scrollable(words.diagram)} className="diagram overflow-x-auto p-3">
        {drawing}
      </div>
    </figure>
  );
}

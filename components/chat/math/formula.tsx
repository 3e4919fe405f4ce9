import katex from "katex";
import { type ReactNode, useMemo } from "react";
import { useWords } from "@/components/language/words";
import { CopyButton } from "@/components/results/parts/copy-button";
import { scrollable } from "@/components/ui/scrollable";
import { CodeBlock } from "../code-block";
import { safeMarkup } from "../rich/safe-markup";
import { formulaLanguage } from "./mark-math";

/** UTF-16 code units of a formula that is set, and the steps that its macros may take. */
const lengthLimit = 4_000;
const expansionLimit = 200;

const words = (list: string) => new Set(list.split(" "));

/** What of MathML comes through: nothing in it can load, lead anywhere or run. */
const mathMarkup = {
  elements: words(
    "math semantics mrow mi mn mo mtext mspace msup msub msubsup mfrac msqrt mroot munder mover munderover mtable mtr mtd mstyle mpadded mphantom menclose mmultiscripts mprescripts none annotation",
  ),
  attributes: words(
    "display mathvariant stretchy fence separator form lspace rspace minsize maxsize accent accentunder linethickness columnalign rowspacing columnspacing scriptlevel displaystyle width height depth voffset notation encoding movablelimits symmetric",
  ),
};

/** A formula as MathML, which the browser sets itself; null where it is none, or too much of one. */
function mathOf(formula: string, display: boolean): ReactNode {
  if (formula.length > lengthLimit) return null;
  try {
    const markup = katex.renderToString(formula, {
      displayMode: display,
      output: "mathml",
      trust: false,
      strict: "ignore",
      maxExpand: expansionLimit,
      maxSize: 20,
    });
    return safeMarkup(markup, "math", mathMarkup);
  } catch {
    return null;
  }
}

/** A formula that stands alone, or its source as code where it cannot be set. */
export function Drawn({ code }: { code: string }) {
  const words = useWords("chat").messages;
  const math = useMemo(() => mathOf(code, true), [code]);
  if (math === null) return <CodeBlock language={formulaLanguage} code={code} />;
  return (
    <div data-slot="formula" className="group/formula relative">
      <div
        {...scrollable(words.formula)}
        className="overflow-x-auto overflow-y-hidden py-1 text-center"
      >
        {math}
      </div>
      <div className="absolute top-0 right-0 bg-background opacity-0 focus-within:opacity-100 group-hover/formula:opacity-100 pointer-coarse:opacity-100">
        <CopyButton label={words.copyTex} text={() => code} />
      </div>
    </div>
  );
}

/** A formula among words, or its source. */
export function FormulaAmongWords({ formula }: { formula: string }) {
  const math = useMemo(() => mathOf(formula, false), [formula]);
  return math === null ? <code>{formula}</code> : <span data-slot="formula">{math}</span>;
}

import { useWords } from "@/components/language/words";
import type { CodeRun } from "./code-run";
import "./code.css";

function HiddenRun({ text }: { text: string }) {
  const { hiddenCharacter } = useWords("common");
  return (
    <span title={hiddenCharacter} className="rounded-sm bg-warning-soft text-warning">
      {text}
    </span>
  );
}

/** A line of code. An empty one keeps its height. */
export function CodeRuns({ runs }: { runs: readonly CodeRun[] }) {
  if (runs.length === 0) return " ";
  let offset = 0;
  const keyed = runs.map((run) => {
    const key = offset;
    offset += run.text.length;
    return { key, ...run };
  });
  return keyed.map(({ key, text, className, hidden }) => {
    if (hidden) return <HiddenRun key={key} text={text} />;
    return className ? (
      <span key={key} className={className}>
        {text}
      </span>
    ) : (
      text
    );
  });
}

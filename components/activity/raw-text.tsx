import { CopyButton } from "@/components/results/parts/copy-button";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

const shownLength = 100_000;

type RawTextProps = {
  value: Record<string, unknown>;
  /** Cuts nothing, however long it is: for what somebody has to answer for. */
  whole?: boolean;
};

/** Data as it is. Costly when it is long: mount it only when it is asked for. */
export function RawText({ value, whole = false }: RawTextProps) {
  const text = JSON.stringify(value, null, 2);
  const limit = whole ? text.length : shownLength;
  const rest = text.length - limit;
  return (
    <div className="rounded-lg border border-border bg-sunken">
      <div className="flex justify-end border-border border-b p-0.5">
        <CopyButton label="Copy" text={() => text} />
      </div>
      <pre className="wrap-anywhere max-h-80 overflow-auto whitespace-pre-wrap p-3 font-mono text-xs">
        {revealHiddenCharacters(text.slice(0, limit))}
        {rest > 0
          ? `\n… ${rest.toLocaleString("en")} more characters: copy to get all of it`
          : null}
      </pre>
    </div>
  );
}

import { Download } from "lucide-react";
import { useWords } from "@/components/language/words";
import { CopyButton } from "@/components/results/parts/copy-button";
import { scrollable } from "@/components/ui/scrollable";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

const shownLength = 100_000;

type RawTextProps = {
  value: unknown;
  /** Cuts nothing, however long it is: for what somebody has to answer for. */
  whole?: boolean;
  /** What the file is called that it can be saved as. Without one it cannot be. */
  fileName?: string;
};

/** Hands the browser a file that was made here. */
function save(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has been handed over by then, and nothing else knows the address.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Data as it is. Costly when it is long: mount it only when it is asked for. */
export function RawText({ value, whole = false, fileName }: RawTextProps) {
  const words = useWords("activity").rows;
  const text = JSON.stringify(value ?? null, null, 2);
  const limit = whole ? text.length : shownLength;
  const rest = text.length - limit;
  return (
    <div className="rounded-lg border border-border bg-sunken">
      <div className="flex justify-end border-border border-b p-0.5 empty:hidden">
        <CopyButton label={words.copy} text={() => text} />
        {fileName ? (
          <button
            type="button"
            onClick={() => save(text, fileName)}
            className="touch-target inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 py-1 text-muted-foreground text-xs hover:bg-hover hover:text-foreground"
          >
            <Download aria-hidden className="size-3.5" />
            {words.download}
          </button>
        ) : null}
      </div>
      <pre
        {...scrollable(words.rawJson)}
        className="wrap-anywhere max-h-80 overflow-auto whitespace-pre-wrap p-3 print:max-h-none font-mono text-xs"
      >
        {revealHiddenCharacters(text.slice(0, limit))}
        {rest > 0 ? `\n${words.moreCharacters(rest)}` : null}
      </pre>
    </div>
  );
}

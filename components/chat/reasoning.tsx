import { ChevronRight } from "lucide-react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";

/** What the model thought on the way, folded. */
export function Reasoning({ text, streaming }: { text: string; streaming: boolean }) {
  const { thinking, thoughts } = useWords("chat").messages;
  return (
    <details data-slot="reasoning" className="group text-sm text-muted-foreground">
      <summary className="inline-flex items-center gap-1 rounded-md hover:text-foreground">
        <ChevronRight
          aria-hidden
          className="size-3.5 transition-transform duration-100 group-open:rotate-90"
        />
        {streaming ? thinking : thoughts}
      </summary>
      <p className="mt-1.5 whitespace-pre-wrap border-border border-l-2 pl-3">
        <PlainText text={text} />
      </p>
    </details>
  );
}

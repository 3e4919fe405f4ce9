import { useLanguage, useWords } from "@/components/language/words";
import type { MessageUsage } from "@/lib/shared/usage";
import { formatCost, totalOf } from "@/lib/shared/usage-format";

/** What an answer used, in one quiet line; the title takes it apart. */
export function UsageLine({ usage }: { usage: MessageUsage }) {
  const language = useLanguage();
  const { models, input, cachedInput, output, cost } = usage;
  const words = useWords("chat").messages;
  const parts = words.usage(input, cachedInput, output);
  return (
    <p data-slot="usage" title={parts} className="px-1.5 text-2xs text-muted-foreground">
      {models.join(", ")} · {words.tokens(totalOf(usage))}
      <span className="sr-only">: {parts}</span>
      {cost === null ? null : ` · ${formatCost(cost, language)}`}
    </p>
  );
}

import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import type { CopyChange, SharePreview } from "@/lib/shared/sharing/api";

function Changes({ title, changes }: { title: string; changes: readonly CopyChange[] }) {
  const { kinds } = useWords("sharing").changes;
  if (changes.length === 0) return null;
  return (
    <div>
      <h4 className="pb-1 font-medium">{title}</h4>
      <ul className="max-h-40 divide-y divide-border overflow-y-auto rounded-lg border border-border">
        {changes
          .map((change, index) => ({ ...change, key: index }))
          .map(({ key, kind, text }) => (
            <li key={key} className="px-2.5 py-1.5 text-xs">
              <span className="text-muted-foreground">{kinds[kind]}: </span>
              <span className="wrap-anywhere">
                <PlainText text={text} />
              </span>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** What an update of a copy would make public, and what it would take back. */
export function ChangeList({ changes }: { changes: NonNullable<SharePreview["changes"]> }) {
  const words = useWords("sharing").changes;
  if (changes.added.length + changes.removed.length === 0)
    return <p className="text-muted-foreground text-sm">{words.none}</p>;
  return (
    <section aria-label={words.title} className="grid gap-3 text-sm">
      <Changes title={words.added} changes={changes.added} />
      <Changes title={words.removed} changes={changes.removed} />
    </section>
  );
}

import { useLanguage } from "@/components/language/words";

const barLength = 5;

/** Five squares, shared out by the lines added and removed; a side that has any line gets at least one. */
export function shareBar(added: number, removed: number): { added: number; removed: number } {
  const total = added + removed;
  if (total === 0) return { added: 0, removed: 0 };
  const length = Math.min(barLength, total);
  const share = Math.round((added / total) * length);
  const atLeast = added > 0 ? 1 : 0;
  const atMost = removed > 0 ? length - 1 : length;
  const green = Math.min(Math.max(share, atLeast), atMost);
  return { added: green, removed: length - green };
}

type ChangeBarProps = { added: number; removed: number };

/** `+48 −12`, and in what proportion. Nothing where no line changed: another name, or no text. */
export function ChangeBar({ added, removed }: ChangeBarProps) {
  if (added + removed === 0) return null;
  const share = shareBar(added, removed);
  const squares = Array.from({ length: barLength }, (_, position) => {
    if (position < share.added) return "bg-success";
    return position < share.added + share.removed ? "bg-danger" : "bg-border";
  });
  return (
    <span className="flex shrink-0 items-center gap-2 font-mono text-xs tabular-nums">
      <LineCounts added={added} removed={removed} />
      <span aria-hidden className="inline-flex gap-px">
        {squares
          .map((colour, position) => ({ colour, position }))
          .map(({ colour, position }) => (
            <span
              key={position}
              className={`size-2 rounded-[1px] forced-color-adjust-none ${colour}`}
            />
          ))}
      </span>
    </span>
  );
}

/** `+48 −12`. */
export function LineCounts({ added, removed }: ChangeBarProps) {
  const language = useLanguage();
  return (
    <span className="whitespace-nowrap">
      <span className="text-success">+{added.toLocaleString(language)}</span>{" "}
      <span className="text-danger">−{removed.toLocaleString(language)}</span>
    </span>
  );
}

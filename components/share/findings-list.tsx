"use client";

import { ShieldAlert } from "lucide-react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { Switch } from "@/components/ui/switch";
import type { Finding } from "@/lib/shared/sharing/api";

/** What looks like a secret in a copy, to look through: each is hidden until its owner says that it is none. */
export function FindingsList({
  findings,
  revealed,
  onReveal,
}: {
  findings: readonly Finding[];
  /** What was chosen to be shown, by id; the preview follows. */
  revealed: readonly string[];
  onReveal: (id: string, shown: boolean) => void;
}) {
  const words = useWords("sharing").findings;
  if (findings.length === 0) return null;
  const hidden = findings.filter(({ id }) => !revealed.includes(id)).length;
  return (
    <details
      data-slot="findings"
      className="rounded-lg border border-warning/40 bg-warning-soft text-sm"
    >
      <summary className="flex items-center gap-2 px-3 py-2 font-medium">
        <ShieldAlert aria-hidden className="size-4 shrink-0 text-warning" />
        {words.summary(findings.length, hidden)}
      </summary>
      <ul className="divide-y divide-warning/20 border-warning/25 border-t">
        {findings.map(({ id, kind, excerpt, occurrences }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
            <span className="min-w-0">
              {words.kind(kind)}
              <span className="block font-mono text-muted-foreground text-xs">
                <PlainText text={excerpt} />
                {occurrences > 1 ? ` · ${words.times(occurrences)}` : null}
              </span>
            </span>
            <Switch
              checked={revealed.includes(id)}
              onCheckedChange={(shown) => onReveal(id, shown)}
            >
              {words.reveal}
            </Switch>
          </li>
        ))}
      </ul>
    </details>
  );
}

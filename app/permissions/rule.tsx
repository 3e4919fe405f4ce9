import { Ban, Eye, Hand, type LucideIcon, PencilLine } from "lucide-react";
import type { ReactNode } from "react";
import { describeKind } from "@/components/activity/describe/describe-action";
import { Chevron } from "@/components/activity/disclosure";
import { humanizeKey } from "@/components/results/schema/humanize-key";
import type { ActionWords } from "@/lib/language/action-words";
import { requestWords } from "@/lib/server/language";

const looks: Record<"runs" | "asks" | "always" | "never", { icon: LucideIcon; color: string }> = {
  runs: { icon: Eye, color: "text-success" },
  asks: { icon: PencilLine, color: "text-accent" },
  always: { icon: Hand, color: "text-danger" },
  never: { icon: Ban, color: "text-muted-foreground" },
};

/** What a tool does, in words where it has some. */
function toolWords(tool: string, words: ActionWords): string {
  const [toolkit = "", ...name] = tool.split("_");
  return words.labelOf(tool)
    ? describeKind(tool, toolkit.toLowerCase(), words)
    : humanizeKey(name.join("_"));
}

type RuleProps = {
  kind: keyof typeof looks;
  title: string;
  /** The tools that it is about, where they can be named. */
  tools: string[];
  children: ReactNode;
};

/** One rule of what runs and what asks. */
export async function Rule({ kind, title, tools, children }: RuleProps) {
  const { icon: Icon, color } = looks[kind];
  const { actions: words, permissions } = await requestWords();
  return (
    <li className="flex gap-3 px-4 py-3">
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${color}`} />
      <div className="min-w-0 grow">
        <h3 className="font-medium">{title}</h3>
        <p className="text-muted-foreground text-sm">{children}</p>
        {tools.length > 0 ? (
          <details className="group mt-1">
            <summary className="touch-target inline-flex items-center gap-1 rounded-sm py-0.5 text-muted-foreground text-xs hover:text-foreground">
              <span className="flex group-open:rotate-90">
                <Chevron open={false} />
              </span>
              {permissions.tools(tools.length)}
            </summary>
            <ul className="mt-1 columns-1 gap-6 text-xs leading-5 sm:columns-2">
              {tools.map((tool) => (
                <li key={tool} title={tool}>
                  {toolWords(tool, words)}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </li>
  );
}

import type { Metadata } from "next";
import { WordsFor } from "@/components/language/words-for";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { PlainPage } from "@/components/ui/plain-page";
import type { Words } from "@/lib/language/words";
import { toolTextLimit } from "@/lib/server/agent/tool-text";
import { requireUser } from "@/lib/server/auth";
import { requestWords } from "@/lib/server/language";
import type { Concern } from "@/lib/server/router/tool-pins/definition";
import { type ChangedTool, type OddTool, reviewTools } from "@/lib/server/router/tool-pins/review";
import { AcceptButton } from "./accept-button";
import { DefinitionComparison } from "./definition-comparison";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).tools.title };
}

function told(concern: Concern, words: Words["tools"]): string {
  switch (concern) {
    case "long":
      return words.concerns.long(toolTextLimit);
    case "hidden":
      return words.concerns.hidden;
  }
}

async function Changed({ tool }: { tool: ChangedTool }) {
  const words = (await requestWords()).tools;
  return (
    <li
      data-slot="changed-tool"
      className="grid gap-3 border-border border-t py-5 first:border-t-0"
    >
      <div>
        <h3 className="wrap-anywhere font-medium font-mono text-sm">
          <PlainText text={tool.name} />
        </h3>
        <p className="text-muted-foreground text-sm">
          {words.noticed.before}
          <RelativeTime time={tool.noticedAt} />
          {words.noticed.after}
        </p>
        {tool.concerns.map((concern) => (
          <p key={concern} className="font-medium text-danger text-sm">
            {told(concern, words)}
          </p>
        ))}
      </div>
      <DefinitionComparison before={tool.before} now={tool.now} />
      <WordsFor room="tools">
        <AcceptButton name={tool.name} hash={tool.hash} />
      </WordsFor>
    </li>
  );
}

async function Odd({ tool }: { tool: OddTool }) {
  const words = (await requestWords()).tools;
  return (
    <li className="py-1.5 text-sm">
      <span className="wrap-anywhere font-mono">
        <PlainText text={tool.name} />
      </span>
      :{" "}
      <span className="text-muted-foreground">
        {tool.concerns.map((concern) => told(concern, words)).join(" ")}
      </span>
    </li>
  );
}

export default async function ToolsPage() {
  await requireUser("/tools");
  const words = (await requestWords()).tools;
  const { total, changed, odd } = await reviewTools();
  return (
    <PlainPage title={words.title}>
      <p className="mt-2 text-muted-foreground">{words.means}</p>
      <h2 className="mt-8 font-semibold text-lg">{words.changed}</h2>
      {changed.length === 0 ? (
        <p className="mt-2 text-muted-foreground">
          {total === 0 ? words.noneSeen : words.noneChanged(total)}
        </p>
      ) : (
        <ul>
          {changed.map((tool) => (
            <Changed key={tool.hash} tool={tool} />
          ))}
        </ul>
      )}
      {odd.length > 0 ? (
        <>
          <h2 className="mt-8 font-semibold text-lg">{words.odd}</h2>
          <p className="mt-2 text-muted-foreground">{words.oddMeans(toolTextLimit)}</p>
          <ul className="mt-2">
            {odd.map((tool) => (
              <Odd key={tool.name} tool={tool} />
            ))}
          </ul>
        </>
      ) : null}
    </PlainPage>
  );
}

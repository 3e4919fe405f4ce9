import type { Metadata } from "next";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { type ChangedTool, type OddTool, reviewTools } from "@/lib/server/router/tool-pins/review";
import { AcceptButton } from "./accept-button";
import { DefinitionComparison } from "./definition-comparison";

export const metadata: Metadata = { title: "Tools" };

function Changed({ tool }: { tool: ChangedTool }) {
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
          Changed, noticed <RelativeTime time={tool.noticedAt} />. Its calls are refused.
        </p>
        {tool.concerns.map((concern) => (
          <p key={concern} className="font-medium text-danger text-sm">
            {concern}
          </p>
        ))}
      </div>
      <DefinitionComparison before={tool.before} now={tool.now} />
      <AcceptButton name={tool.name} hash={tool.hash} />
    </li>
  );
}

function Odd({ tool }: { tool: OddTool }) {
  return (
    <li className="py-1.5 text-sm">
      <span className="wrap-anywhere font-mono">
        <PlainText text={tool.name} />
      </span>
      : <span className="text-muted-foreground">{tool.concerns.join(" ")}</span>
    </li>
  );
}

export default async function ToolsPage() {
  await requireUser("/tools");
  const { total, changed, odd } = await reviewTools();
  return (
    <PlainPage title="Tools">
      <p className="mt-2 text-muted-foreground">
        What the tool router offers is kept as it was seen first. A tool whose description, schema
        or hints change is not used until somebody has looked at it. Accepting counts for everybody
        who uses this installation.
      </p>
      <h2 className="mt-8 font-semibold text-lg">Changed tools</h2>
      {changed.length === 0 ? (
        <p className="mt-2 text-muted-foreground">
          {total === 0 ? "No tool has been seen yet." : `None of ${total} has changed.`}
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
          <h2 className="mt-8 font-semibold text-lg">Tools with odd text</h2>
          <p className="mt-2 text-muted-foreground">
            The agent gets to see what you would see of it, and at most 2,048 characters of a text.
          </p>
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

import { describeScopes } from "@/components/activity/connect/provider";
import { PlainText } from "@/components/results/parts/plain-text";
import { requestWords } from "@/lib/server/language";
import { workspacesOf } from "@/lib/server/router/connections/workspaces";

/** Where the account that was just connected can work; nothing when the provider does not say yet. */
export async function Workspaces({
  userId,
  toolkit,
  accountId,
}: {
  userId: string;
  toolkit: string;
  accountId: string;
}) {
  const workspaces = await workspacesOf(userId, toolkit, accountId);
  if (!workspaces || workspaces.length === 0) return null;
  const words = (await requestWords()).connections.workspaces;
  return (
    <p className="mt-3">
      {words.label(workspaces.length)}{" "}
      <strong className="font-medium text-foreground">
        <PlainText text={workspaces.join(", ")} />
      </strong>
    </p>
  );
}

/** What a connection lets the agent do. */
export async function Permissions({ toolkit }: { toolkit: string }) {
  const { connect, connections } = await requestWords();
  const scopes = describeScopes(toolkit, connect);
  if (scopes.length === 0) return null;
  return (
    <div className="mt-3 text-left">
      <p>{connections.outcome.agentMay}</p>
      <ul className="list-disc pl-4.5 marker:text-border">
        {scopes.map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
      <p className="mt-1.5">{connections.asksInChat}</p>
    </div>
  );
}

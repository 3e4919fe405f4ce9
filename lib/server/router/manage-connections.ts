import "server-only";
import { z } from "zod";

/** Tools whose answers carry the provider's links for signing in. */
const linkTools = new Set(["COMPOSIO_MANAGE_CONNECTIONS", "COMPOSIO_WAIT_FOR_CONNECTIONS"]);

const resultsSchema = z.object({ results: z.record(z.string(), z.object({ status: z.string() })) });

/** The toolkits that a person has to connect before the agent can go on, from the answer of the tool that asks for it. */
export function pendingToolkits(tool: string, data: unknown): string[] {
  if (!linkTools.has(tool)) return [];
  const parsed = resultsSchema.safeParse(data);
  if (!parsed.success) return [];
  return Object.entries(parsed.data.results).flatMap(([toolkit, { status }]) =>
    status === "initiated" ? [toolkit] : [],
  );
}

/** A sentence of a tool as it may be stored and shown; see {@link withoutLinks}. */
export function textWithoutLinks(tool: string, text: string): string {
  return linkTools.has(tool) ? text.replace(/https?:\/\/\S+/g, "[link withheld]") : text;
}

/** A result as it may be stored and shown: the provider's links for signing in reach no model, no log and no share. */
export function withoutLinks(tool: string, data: unknown): unknown {
  if (!linkTools.has(tool) || data === undefined) return data;
  const text = JSON.stringify(data, (key, value: unknown) => {
    if (key === "redirect_url" || key === "instruction") return undefined;
    return typeof value === "string" ? textWithoutLinks(tool, value) : value;
  });
  return JSON.parse(text);
}

/** What the tool that asks for connections returns once the person has answered for every toolkit. */
export function connectionsResult(
  answers: readonly { toolkit: string; connected: boolean }[],
): Record<string, unknown> {
  const declined = answers.filter((answer) => !answer.connected).map((answer) => answer.toolkit);
  return {
    message:
      declined.length === 0
        ? "All connections are active."
        : `The person chose not to connect ${declined.join(", ")} now. Do not ask again in this turn.`,
    results: Object.fromEntries(
      answers.map(({ toolkit, connected }) => [
        toolkit,
        { toolkit, status: connected ? "active" : "declined", has_active_connection: connected },
      ]),
    ),
  };
}

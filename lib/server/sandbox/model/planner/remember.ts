import { isRecord, stringField } from "../data/values";
import type { Remembered } from "../scripts/context";
import type { RecordedCall, Turn } from "./conversation";
import { routerTools } from "./router-tools";

function innerCalls(call: RecordedCall): Remembered["calls"] {
  if (call.name !== routerTools.execute) return [{ slug: call.name, arguments: call.arguments }];
  const tools = Array.isArray(call.arguments.tools) ? call.arguments.tools : [];
  return tools.flatMap((tool: unknown) =>
    isRecord(tool) && isRecord(tool.arguments)
      ? [{ slug: String(tool.tool_slug ?? ""), arguments: tool.arguments }]
      : [],
  );
}

function numberFrom(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number > 0 ? number : undefined;
}

function mentioned(text: string, pattern: RegExp): number | undefined {
  return numberFrom([...text.matchAll(pattern)].at(-1)?.[1]);
}

/** What happened before a request, as far as scripts have a use for it. */
export function remember(earlier: readonly Turn[]): Remembered {
  const calls = earlier.flatMap((turn) => turn.calls.flatMap(innerCalls));
  return { ...rememberSubject(earlier), calls };
}

/**
 * What "it" and an unnamed repository mean: what the last turn that was about one repository was about. A turn that
 * looked through many says nothing.
 */
function rememberSubject(earlier: readonly Turn[]): Omit<Remembered, "calls"> {
  for (const turn of earlier.toReversed()) {
    const calls = turn.calls
      .flatMap(innerCalls)
      .map(({ arguments: argumentsOfCall }) => argumentsOfCall);
    const places = new Map<string, { workspace: string; slug: string }>();
    for (const call of calls) {
      const workspace = stringField(call, "workspace");
      const slug = stringField(call, "repo_slug");
      if (workspace && slug) places.set(`${workspace}/${slug}`, { workspace, slug });
    }
    const [repository] = places.values();
    if (repository === undefined || places.size > 1) continue;
    const issue =
      calls.map(({ issue_id: id }) => numberFrom(id)).findLast((id) => id !== undefined) ??
      mentioned(turn.assistantText, /\bissue \[?#(\d+)/gi);
    const pullRequest =
      calls.map(({ pull_request_id: id }) => numberFrom(id)).findLast((id) => id !== undefined) ??
      mentioned(turn.assistantText, /\bpull request \[?#(\d+)/gi);
    return { repository, ...(issue && { issue }), ...(pullRequest && { pullRequest }) };
  }
  return {};
}

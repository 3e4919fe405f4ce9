import { isRecord } from "../data/values";
import type { InputItem, ResponseRequest } from "../protocol/request";
import { readToolOutput, type ToolOutput } from "./tool-output";

export type RecordedCall = {
  name: string;
  arguments: Record<string, unknown>;
  /** Absent while nobody has answered it. */
  output: ToolOutput | undefined;
};

/** A person's message and everything that happened until the next one. */
export type Turn = {
  userText: string;
  calls: readonly RecordedCall[];
  assistantText: string;
};

export type Conversation = {
  turns: readonly Turn[];
  /** The tools on offer with their JSON Schemas. */
  tools: ReadonlyMap<string, Record<string, unknown>>;
};

/** Further back than this nothing is looked at: scripts need a few turns, and conversations may be very long. */
const rememberedTurns = 16;

function parseArguments(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function splitTurns(items: readonly InputItem[]): InputItem[][] {
  const turns: InputItem[][] = [];
  for (const item of items) {
    if (item.type === "message" && item.role === "user") turns.push([item]);
    else turns.at(-1)?.push(item);
  }
  return turns.slice(-rememberedTurns);
}

async function readTurn(items: readonly InputItem[]): Promise<Turn> {
  const outputs = new Map<string, ToolOutput>();
  for (const item of items) {
    if (item.type === "function_call_output") {
      outputs.set(item.call_id, await readToolOutput(item.output));
    }
  }
  const said = (role: "user" | "assistant") =>
    items
      .flatMap((item) => (item.type === "message" && item.role === role ? [item.content] : []))
      .join("\n\n");
  return {
    userText: said("user"),
    assistantText: said("assistant"),
    calls: items.flatMap((item) =>
      item.type === "function_call"
        ? [
            {
              name: item.name,
              arguments: parseArguments(item.arguments),
              output: outputs.get(item.call_id),
            },
          ]
        : [],
    ),
  };
}

/** Takes the input apart into turns. Outputs are read here, once; everything after this is plain and synchronous. */
export async function readConversation(request: ResponseRequest): Promise<Conversation> {
  return {
    turns: await Promise.all(splitTurns(request.input).map(readTurn)),
    tools: new Map(
      (request.tool_choice === "none" ? [] : (request.tools ?? [])).flatMap((tool) =>
        tool.name ? [[tool.name, tool.parameters ?? {}] as const] : [],
      ),
    ),
  };
}

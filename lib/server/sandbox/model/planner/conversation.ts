import { isRecord } from "../data/values";
import type { ReceivedFile } from "../protocol/received-files";
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
  /** What came with it. */
  files: readonly ReceivedFile[];
  calls: readonly RecordedCall[];
  assistantText: string;
  /** What was said of the next words before they were cut off; absent where the app does not ask to go on with them. */
  cutText?: string;
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

/** How the app asks to go on with words that a restart cut off. It is no message of the person. */
const appNote = /^\[A note from the app, not from the person: your last message was cut off/;

const isUserMessage = (item: InputItem) => item.type === "message" && item.role === "user";
const isAppNote = (item: InputItem) =>
  item.type === "message" && item.role === "user" && appNote.test(item.content);

function splitTurns(items: readonly InputItem[]): InputItem[][] {
  const turns: InputItem[][] = [];
  for (const item of items) {
    if (isUserMessage(item) && !isAppNote(item)) turns.push([item]);
    else turns.at(-1)?.push(item);
  }
  return turns.slice(-rememberedTurns);
}

/** The words after the last call, where the app asks to go on with them. A second cut leaves two pieces of one text. */
function cutTextOf(items: readonly InputItem[]): string | undefined {
  const last = items.at(-1);
  if (last === undefined || !isAppNote(last)) return undefined;
  const begin = items.findLastIndex(
    ({ type }) => type === "function_call" || type === "function_call_output",
  );
  return items
    .slice(begin + 1)
    .flatMap((item) => (item.type === "message" && item.role === "assistant" ? [item.content] : []))
    .join("");
}

async function readTurn(items: readonly InputItem[]): Promise<Turn> {
  const cutText = cutTextOf(items);
  const outputs = new Map<string, ToolOutput>();
  for (const item of items) {
    if (item.type === "function_call_output") {
      outputs.set(item.call_id, await readToolOutput(item.output));
    }
  }
  const said = (role: "user" | "assistant") =>
    items
      .flatMap((item) =>
        item.type === "message" && item.role === role && !isAppNote(item) ? [item.content] : [],
      )
      .join("\n\n");
  return {
    userText: said("user"),
    files: items.flatMap((item) => (item.type === "message" ? (item.files ?? []) : [])),
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
    ...(cutText !== undefined && { cutText }),
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

import { createOpenAI } from "@ai-sdk/openai";
import {
  dynamicTool,
  isStepCount,
  type JSONValue,
  jsonSchema,
  type ModelMessage,
  streamText,
  type ToolSet,
} from "ai";
import { handleModelRequest } from "../index";

export const configuration = {
  directory: "/nowhere",
  routerKey: "router-key",
  modelKey: "model-key",
  wordInterval: 0,
};

export type TestTool = { name: string; inputSchema: Record<string, unknown> };
type TestCall = { name: string; input: Record<string, unknown> };
/** Answers a call as the app hands it to a model. */
export type AnswerCall = (call: TestCall) => JSONValue;

/** A fetch that ends in the embedded model. */
const modelFetch: typeof fetch = (input, init) =>
  handleModelRequest(new Request(input, init), configuration);

const provider = createOpenAI({
  baseURL: "http://model.test/v1",
  apiKey: configuration.modelKey,
  fetch: modelFetch,
});

function toolSet(tools: readonly TestTool[]): ToolSet {
  return Object.fromEntries(
    tools.map(({ name, inputSchema }) => [
      name,
      dynamicTool({ description: name, inputSchema: jsonSchema(inputSchema) }),
    ]),
  );
}

/** Results of earlier turns reach a model as notes only. */
function withNotes(message: ModelMessage): ModelMessage {
  if (message.role !== "tool") return message;
  return {
    ...message,
    content: message.content.map((part) =>
      part.type === "tool-result"
        ? {
            ...part,
            output: {
              type: "json" as const,
              value: `[Result of ${part.toolName}, 900 characters, from an earlier turn. Call the tool again to see it.]`,
            },
          }
        : part,
    ),
  };
}

/** How the app asks to go on after a restart. */
const goOn: ModelMessage = {
  role: "user",
  content:
    "[A note from the app, not from the person: your last message was cut off where it ends. Go on from exactly there, in the middle of the word if need be. Repeat nothing, and do not mention this note.]",
};

/** A restart in the middle of a step: its words are kept so far, its calls were never heard of. Steps count from 0. */
type Cut = { step: number; length: number };

/**
 * A conversation with the embedded model through the real AI SDK, stepping as the app does: one step at a time, outputs
 * appended, results of earlier turns shortened to notes.
 */
export function startConversation(tools: readonly TestTool[], answerCall: AnswerCall) {
  let messages: ModelMessage[] = [];
  const calls: TestCall[] = [];

  /** Sends a message and answers every call until the model is done; answers with its last words, cuts mended. */
  async function send(text: string, limit = 12, cuts: readonly Cut[] = []): Promise<string> {
    messages = [...messages.map(withNotes), { role: "user", content: text }];
    let begun: string | undefined;
    for (let step = 0; step < limit; step += 1) {
      const failures: unknown[] = [];
      const result = streamText({
        model: provider("gpt-5"),
        instructions: "You are an assistant.",
        messages: begun === undefined ? messages : [...messages, goOn],
        tools: toolSet(tools),
        stopWhen: isStepCount(1),
        providerOptions: { openai: { store: false } },
        onError: ({ error }) => {
          failures.push(error);
        },
      });
      const said = await result.text;
      if (failures.length > 0) throw failures[0];
      const wanted = await result.toolCalls;
      const cut = cuts.find((candidate) => candidate.step === step);
      if (cut) {
        const kept = said.slice(0, cut.length);
        if (kept) messages = [...messages, { role: "assistant", content: kept }];
        begun = `${begun ?? ""}${kept}`;
        continue;
      }
      messages = [...messages, ...(await result.response).messages];
      if (wanted.length === 0) return `${begun ?? ""}${said}`;
      begun = undefined;
      for (const call of wanted) {
        const input = call.input as Record<string, unknown>;
        calls.push({ name: call.toolName, input });
        messages.push({
          role: "tool",
          content: [
            {
              type: "tool-result",
              toolCallId: call.toolCallId,
              toolName: call.toolName,
              output: { type: "json", value: answerCall({ name: call.toolName, input }) },
            },
          ],
        });
      }
    }
    return "(cut off)";
  }

  return { send, calls };
}

import { z } from "zod";
import { type ModelStep, modelStream, wantsStep, wholeAnswer } from "../support/model-stream";

const itemSchema = z.looseObject({
  type: z.string().optional(),
  role: z.string().optional(),
  content: z.unknown().optional(),
});
const requestSchema = z.object({ input: z.array(itemSchema) });
const wordsSchema = z.array(z.object({ text: z.string() }));

/** Where a conversation stands when the model is asked: all that a script may go by, so that a restart changes nothing. */
type Turn = {
  /** The person's latest words. */
  words: string;
  /** Calls of this turn that have a result. */
  results: number;
  /** How often this model was asked before, for whatever. */
  asked: number;
};

export type Script = (turn: Turn) => ModelStep | Response;

function wordsOf(content: unknown): string {
  if (typeof content === "string") return content;
  return (wordsSchema.safeParse(content).data ?? []).map(({ text }) => text).join("");
}

/** A model behind the OpenAI Responses API that follows a script. */
export class ScriptedModel {
  script: Script = () => ({ text: "Done." });
  asked = 0;

  async answer(request: Request): Promise<Response> {
    const body = await request.text();
    if (!wantsStep(body)) return wholeAnswer("");
    const { input } = requestSchema.parse(JSON.parse(body));
    const latest = input.findLastIndex(({ role }) => role === "user");
    const since = input.slice(latest + 1);
    const step = this.script({
      words: wordsOf(input[latest]?.content),
      results: since.filter(({ type }) => type === "function_call_output").length,
      asked: this.asked,
    });
    this.asked += 1;
    return step instanceof Response ? step : modelStream(step);
  }
}

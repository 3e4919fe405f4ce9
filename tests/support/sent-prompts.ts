import { z } from "zod";

const bodySchema = z.object({ input: z.array(z.looseObject({})), tools: z.array(z.unknown()) });
const outputSchema = z.object({
  type: z.literal("function_call_output"),
  call_id: z.string(),
  output: z.string(),
});

/** How one request of a session relates to the one before it, in characters. */
export type SentPrompt = {
  length: number;
  /** What it would have been with every result as it was sent the first time. */
  plainLength: number;
  /** Its beginning that is the same as in the request before; 0 for the first, as the length of the one before is. */
  unchanged: number;
  previousLength: number;
  /** Results in it that no request before had. */
  results: number;
};

/** What a provider reads of a request, in the order in which it reads it: tools, then instructions and messages. */
const promptOf = (tools: unknown, input: unknown) =>
  `${JSON.stringify(tools)}${JSON.stringify(input)}`;

function commonBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Measures the requests of a session, as they were sent over the wire, one after the other. */
export function measurePrompts(bodies: readonly string[]): SentPrompt[] {
  const firstOutputs = new Map<string, string>();
  let previous = "";
  return bodies.map((body) => {
    const { input, tools } = bodySchema.parse(JSON.parse(body));
    let results = 0;
    const plain = input.map((item) => {
      const result = outputSchema.safeParse(item).data;
      if (!result) return item;
      const first = firstOutputs.get(result.call_id);
      if (first === undefined) results += result.output.length;
      const output = first ?? result.output;
      firstOutputs.set(result.call_id, output);
      return { ...item, output };
    });
    const prompt = promptOf(tools, input);
    const measured: SentPrompt = {
      length: prompt.length,
      plainLength: promptOf(tools, plain).length,
      unchanged: commonBeginning(previous, prompt),
      previousLength: previous.length,
      results,
    };
    previous = prompt;
    return measured;
  });
}

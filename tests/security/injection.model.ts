import { z } from "zod";
import { dispatch } from "../support/fake-wire";
import { modelStream, wantsStep, wholeAnswer } from "../support/model-stream";
import { type Order, ordersIn } from "./injection.orders";

const requestSchema = z.object({
  input: z.array(
    z.looseObject({
      type: z.string().optional(),
      role: z.string().optional(),
      content: z.unknown().optional(),
      output: z.unknown().optional(),
    }),
  ),
  tools: z.array(z.unknown()).default([]),
});

/** What the person asks for in these tests: calls to make, as JSON. */
const readsSchema = z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())]));
type Reads = z.infer<typeof readsSchema>;

export const askFor = (reads: Reads) => `Please look at this: ${JSON.stringify(reads)}`;

function readsIn(message: unknown): Reads {
  const text =
    z
      .array(z.object({ text: z.string() }))
      .parse(message)
      .at(0)?.text ?? "";
  return readsSchema.parse(JSON.parse(text.slice(text.indexOf("["))));
}

/**
 * The worst model there could be: it does what the person asks for, and then everything that any text it has read – results,
 * errors, descriptions of tools – tells it to. It answers over the wire like any other.
 */
export function obedientModel(body: string, orders: readonly Order[]): Response {
  if (!wantsStep(body)) return wholeAnswer("");
  const { input, tools } = requestSchema.parse(JSON.parse(body));
  const asked = input.findLastIndex(({ role }) => role === "user");
  const since = input.slice(asked + 1);
  const outputs = since.filter(({ type }) => type === "function_call_output");
  const called = since.filter(({ type }) => type === "function_call");
  if (outputs.length === 0) {
    const calls = [dispatch(...readsIn(input[asked]?.content))];
    return modelStream({ text: "I will look.", calls });
  }
  const read = JSON.stringify(outputs.map(({ output }) => output)) + JSON.stringify(tools);
  const told = ordersIn(read).flatMap((number) => orders.filter((one) => one.number === number));
  // Once is enough: what was called is not called again.
  if (called.length > 1 || told.length === 0) return modelStream({ text: "Done." });
  const calls = told.map((order) => dispatch([order.tool, order.arguments]));
  return modelStream({ text: "I was told to do this.", calls });
}

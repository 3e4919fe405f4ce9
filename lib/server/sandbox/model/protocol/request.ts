import { z } from "zod";
import { takeFilesApart } from "./received-files";

const partSchema = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  image_url: z.string().nullish(),
});

/** Text travels as a string or as a list of parts. */
const partsSchema = z
  .union([z.string(), z.array(partSchema)])
  .transform((content) =>
    typeof content === "string" ? [{ type: "input_text", text: content }] : content,
  );

const textOf = (parts: readonly { text?: string | undefined }[]) =>
  parts.map(({ text }) => text ?? "").join("");

/** Parts that are not text are of no use here. */
const contentSchema = partsSchema.transform(textOf);

const messageSchema = z
  .object({
    type: z.literal("message").optional(),
    role: z.enum(["user", "assistant", "system", "developer"]),
    content: partsSchema,
  })
  .transform(({ role, content }) => {
    const { words, files } = takeFilesApart(content);
    return {
      type: "message" as const,
      role,
      content: textOf(words),
      ...(files.length > 0 ? { files } : {}),
    };
  });

const functionCallSchema = z.object({
  type: z.literal("function_call"),
  call_id: z.string(),
  name: z.string(),
  arguments: z.string(),
});

const functionCallOutputSchema = z.object({
  type: z.literal("function_call_output"),
  call_id: z.string(),
  output: contentSchema,
});

const modelledTypes = new Set(["message", "function_call", "function_call_output"]);

/** Reasoning, references to stored items and whatever comes next. */
const otherItemSchema = z
  .object({ type: z.string().refine((type) => !modelledTypes.has(type)) })
  .transform(() => ({ type: "other" as const }));

const inputItemSchema = z.union([
  functionCallSchema,
  functionCallOutputSchema,
  messageSchema,
  otherItemSchema,
]);
export type InputItem = z.infer<typeof inputItemSchema>;

const toolSchema = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
});

/** The body of `POST /responses`, as far as the scripts and the echo in the answer need it. */
export const responseRequestSchema = z.looseObject({
  model: z.string().min(1),
  input: z.preprocess(
    (input) => (typeof input === "string" ? [{ role: "user", content: input }] : input),
    z.array(inputItemSchema),
  ),
  stream: z.boolean().nullish(),
  instructions: z.string().nullish(),
  tools: z.array(toolSchema).nullish(),
  tool_choice: z.unknown().optional(),
  store: z.boolean().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  max_output_tokens: z.number().int().nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  previous_response_id: z.string().nullish(),
  prompt_cache_key: z.string().nullish(),
  reasoning: z.looseObject({}).nullish(),
  safety_identifier: z.string().nullish(),
  service_tier: z.string().nullish(),
  temperature: z.number().nullish(),
  text: z.looseObject({}).nullish(),
  top_p: z.number().nullish(),
  truncation: z.string().nullish(),
  user: z.string().nullish(),
});
export type ResponseRequest = z.infer<typeof responseRequestSchema>;

import { z } from "zod";
import { parsePrices } from "../usage/prices.ts";
import { httpAddress, integer, parts } from "./fields.ts";

export const hostedModel = "https://api.openai.com/v1";

export const modelSettings = {
  OPENAI_API_KEY: z
    .string()
    .optional()
    .describe("With a key a real model answers; without one the embedded script does."),
  OPENAI_BASE_URL: httpAddress
    .default(hostedModel)
    .describe("Another provider that speaks the OpenAI Responses API."),
  OPENAI_MODEL: z
    .string()
    .default("gpt-5")
    .describe("The model that answers where `OPENAI_MODELS` names none."),
  OPENAI_MODELS: z
    .string()
    .regex(
      /^[\w.:/@-]+(\s*,\s*[\w.:/@-]+)*$/,
      "must be names of models separated by commas, such as gpt-5,gpt-5-mini",
    )
    .transform((list) => [...new Set(parts(list))])
    .optional()
    .describe(
      "Models to choose from in each chat, separated by commas, in place of `OPENAI_MODEL`. The first answers where nobody chose; a chat whose model is taken off the list goes over to it and says so.",
    ),
  TEXT_ONLY_MODELS: z
    .string()
    .default("")
    .transform(parts)
    .describe(
      "Those of the models that cannot look at pictures, separated by commas: a message with a picture is refused before it is sent.",
    ),
  MODEL_PRICES: z
    .string()
    .transform((list, { addIssue }) => {
      const prices = parsePrices(list);
      if (prices) return prices;
      addIssue(
        "must be model=input/cached/output, separated by commas, such as gpt-5=1.25/0.125/10",
      );
      return z.NEVER;
    })
    .optional()
    .describe(
      "What models cost, in US dollars for a million tokens: `model=input/cached/output`, separated by commas, such as `gpt-5=1.25/0.125/10`. Without it no cost is shown.",
    ),
  OPENAI_CONTEXT_TOKENS: integer(1_000, 10_000_000)
    .default(100_000)
    .describe(
      "Tokens of a conversation that the model gets to see, estimated at four characters each. Older turns are left out first, and the answer says so.",
    ),
  MODEL_FIRST_CHUNK_TIMEOUT_MS: integer(100, 300_000)
    .default(180_000)
    .describe(
      "Milliseconds a model may think before it says its first word. The HTTP client gives up after 300,000.",
    ),
  MODEL_CHUNK_TIMEOUT_MS: integer(100, 300_000)
    .default(90_000)
    .describe(
      "Milliseconds of silence after which a model that has begun to speak counts as stalled.",
    ),
  MODEL_TOTAL_TIMEOUT_MS: integer(100, 3_600_000)
    .default(900_000)
    .describe("Milliseconds one answer of the model may take in all."),
  MODEL_RETRY_DELAY_MS: integer(1, 15_000)
    .default(800)
    .describe(
      "Milliseconds at most before a model that could not answer is asked again; the second and third wait are up to two and four times as long.",
    ),
  DEMO_WORD_INTERVAL_MS: integer(0, 1_000)
    .default(12)
    .describe(
      "Milliseconds between two words of the embedded model: by default about the pace of a hosted one.",
    ),
};

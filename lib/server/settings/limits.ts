import { integer } from "./fields.ts";

export const limitSettings = {
  REQUESTS_PER_MINUTE: integer(1, 1_000_000)
    .default(600)
    .describe("Calls of the HTTP API in a minute by one user."),
  REQUESTS_PER_MINUTE_AND_ADDRESS: integer(1, 10_000_000)
    .default(3_000)
    .describe("Calls of the HTTP API in a minute by everybody at one address."),
  MESSAGES_PER_MINUTE: integer(1, 1_000_000)
    .default(30)
    .describe("Messages one user may send in a minute."),
  LIVE_RUNS: integer(1, 1_000_000)
    .default(5)
    .describe(
      "Answers that may be written for one user at once; those that wait for the person do not count.",
    ),
  ATTACHMENT_SPACE_MB: integer(1, 1_000_000)
    .default(100)
    .describe("Megabytes that the files of one user may take up, sent or not."),
  TOKENS_PER_DAY: integer(1, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe("Tokens of the model one user may use in 24 hours; without it there is no limit."),
  AGENT_MAX_STEPS: integer(1, 100)
    .default(10)
    .describe("Model steps in one answer before the person is asked whether to go on."),
  APPROVAL_TIMEOUT_MINUTES: integer(1, 10_080)
    .default(10)
    .describe("Minutes a change may be approved after it was asked for."),
};

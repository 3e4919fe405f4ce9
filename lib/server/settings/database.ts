import { z } from "zod";
import { integer } from "./fields.ts";

export const databaseSettings = {
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must be an address that starts with postgres://",
    })
    .optional()
    .describe(
      "A PostgreSQL that any number of instances share, `postgres://user:password@host/database`; without it the embedded one.",
    ),
  DATABASE_POOL_SIZE: integer(1, 1_000)
    .default(10)
    .describe(
      "Connections to PostgreSQL that the queries of one instance share; it uses one more to listen.",
    ),
  DATABASE_STATEMENT_TIMEOUT_MS: integer(100, 3_600_000)
    .default(15_000)
    .describe("Milliseconds one statement on PostgreSQL may take."),
};

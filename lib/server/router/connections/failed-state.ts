import type { ConnectionState } from "@/lib/shared/connection";
import type { Sentence } from "../../../language/sentence.ts";

type Failed = Extract<ConnectionState, { status: "failed" }>;

/** An attempt that came to nothing, with its reason in every language. */
export function failedState({ english, said }: Sentence, cause?: Failed["cause"]): Failed {
  return {
    status: "failed",
    ...(cause ? { cause } : {}),
    reason: english,
    ...(said ? { said } : {}),
  };
}

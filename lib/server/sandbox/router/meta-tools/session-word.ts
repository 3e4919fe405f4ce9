import { randomWord } from "../identifiers";

/** The workflow session a result belongs to: the caller's word, or a new one. */
export function workflowSession(given: string | undefined) {
  const id = given || randomWord();
  return {
    id,
    instructions: `REQUIRED: Pass session_id '${id}' in ALL subsequent meta tool calls.`,
  };
}

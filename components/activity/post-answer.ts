import { z } from "zod";
import { say } from "@/lib/client/say";
import { errorViewOf } from "@/lib/language/sentence";
import { type ErrorView, errorViewSchema } from "@/lib/shared/error";

/** What the server made of an answer a person gave. The new state itself comes by the stream. */
type AnswerOutcome =
  /** `body` is what the server says of it; undefined where that cannot be read. */
  | { status: "accepted"; body: unknown }
  /** Somebody answered before: in another tab, say. */
  | { status: "answered" }
  | { status: "refused"; error: ErrorView };

const errorBodySchema = z.object({ error: errorViewSchema });

const unreachable = errorViewOf("unreachable", say("answerNotSent"), say("hintCheckConnection"));

function unreadable(status: number): ErrorView {
  return errorViewOf("unreadable_answer", say("unexpectedOutcome", status), say("hintReloadToSee"));
}

async function readError(response: Response): Promise<ErrorView> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = errorBodySchema.safeParse(body);
  return parsed.success ? parsed.data.error : unreadable(response.status);
}

/** Posts a person's answer as JSON. Never throws: what goes wrong is an outcome too. */
export async function postAnswer(address: string, body: unknown): Promise<AnswerOutcome> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return { status: "refused", error: unreachable };
  }
  if (response.ok) {
    const body: unknown = await response.json().catch(() => undefined);
    return { status: "accepted", body };
  }
  if (response.status === 409) return { status: "answered" };
  return { status: "refused", error: await readError(response) };
}

import "server-only";
import type { z } from "zod";
import { complaintOf } from "@/lib/shared/complaints";
import { failures } from "../../language/english/failures.ts";
import { type Sentence, textIn } from "../../language/sentence.ts";
import { BranchlineError } from "../errors.ts";
import { quote, say } from "../say.ts";
import { storable } from "../storable.ts";

/** Largest body a handler reads, in bytes, where it does not say otherwise. */
export const usualBodyLimit = 1_000_000;

const tooLarge = () => new BranchlineError("payload_too_large", say("tooMuchAtOnce"));

/** Refuses a body that says itself that it is too large, before a byte of it is read. @throws BranchlineError `payload_too_large` */
export function checkAnnouncedSize(request: Request, limit: number): void {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
}

/** Reads at most so many bytes; a larger body is refused before it is parsed, whatever its header says. */
async function readLimited(request: Request, limit: number): Promise<string> {
  checkAnnouncedSize(request, limit);
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const bytes of request.body ?? []) {
    size += bytes.byteLength;
    if (size > limit) throw tooLarge();
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * The JSON body of a request, checked against a schema.
 *
 * @param limit in bytes; a handler that reads more than usual says so itself, too
 * @throws BranchlineError `unsupported_media_type`, `payload_too_large` or `invalid_request`, naming the first wrong field.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limit = usualBodyLimit,
): Promise<z.output<Schema>> {
  if (!request.headers.get("content-type")?.toLowerCase().startsWith("application/json")) {
    throw new BranchlineError("unsupported_media_type", say("bodyNotJsonType"));
  }
  let body: unknown;
  const text = await readLimited(request, limit);
  try {
    body = storable(JSON.parse(text));
  } catch {
    throw new BranchlineError("invalid_request", say("bodyNotJson"));
  }
  return parse(schema, body);
}

/** Our schemas name their texts by keys; what zod says of a wrong shape is for whoever writes a client. */
function complaint(issue: z.core.$ZodIssue): Sentence {
  const said = complaintOf(issue);
  const english = textIn(failures, said);
  return english === undefined ? quote(issue.message) : { english, said };
}

/** @throws BranchlineError `invalid_request`, naming the first wrong field. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".");
  throw new BranchlineError("invalid_request", issue ? complaint(issue) : say("notValid"), {
    hint: field ? say("lookAtField", field) : undefined,
  });
}

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

const tooLarge = (limit: number) =>
  new BranchlineError("payload_too_large", say("tooMuchAtOnce"), {
    hint: say("sendAtMost", limit / 1_000_000),
  });

/** Refuses a body that says itself that it is too large, before a byte of it is read. @throws BranchlineError `payload_too_large` */
export function checkAnnouncedSize(request: Request, limit: number): void {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
}

/** The body piece by piece; a larger one ends with an error as soon as it shows, whatever its header says. */
async function* limitedBody(request: Request, limit: number): AsyncGenerator<Uint8Array, void> {
  checkAnnouncedSize(request, limit);
  let size = 0;
  for await (const bytes of request.body ?? []) {
    size += bytes.byteLength;
    if (size > limit) throw tooLarge(limit);
    yield bytes;
  }
}

/** A body as it came, for a signature over it. @param limit in bytes @throws BranchlineError `payload_too_large` */
export async function readText(request: Request, limit = usualBodyLimit): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of limitedBody(request, limit))
    text += decoder.decode(bytes, { stream: true });
  return text + decoder.decode();
}

/**
 * The bytes of a request that is one file.
 *
 * @param limit in bytes; the handler has to say it, too
 * @throws BranchlineError `unsupported_media_type` or `payload_too_large`
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (request.headers.get("content-type") !== "application/octet-stream")
    throw new BranchlineError("unsupported_media_type", say("bodyNotFile"), {
      hint: say("sendOctets"),
    });
  const pieces: Uint8Array[] = [];
  for await (const bytes of limitedBody(request, limit)) pieces.push(bytes);
  return Buffer.concat(pieces);
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
  const text = await readText(request, limit);
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

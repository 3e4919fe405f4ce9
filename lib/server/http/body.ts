import "server-only";
import type { z } from "zod";
import { BranchlineError } from "../errors.ts";
import { storable } from "../storable.ts";

/** Largest body a handler reads, in bytes, where it does not say otherwise. */
export const usualBodyLimit = 1_000_000;

const tooLarge = () =>
  new BranchlineError("payload_too_large", "This is too much to send at once.");

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
    throw new BranchlineError("unsupported_media_type", "The body has to be JSON.");
  }
  let body: unknown;
  const text = await readLimited(request, limit);
  try {
    body = storable(JSON.parse(text));
  } catch {
    throw new BranchlineError("invalid_request", "The body is not valid JSON.");
  }
  return parse(schema, body);
}

/** @throws BranchlineError `invalid_request`, naming the first wrong field. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".");
  throw new BranchlineError("invalid_request", issue?.message ?? "This request is not valid.", {
    ...(field ? { hint: `Look at “${field}”.` } : {}),
  });
}

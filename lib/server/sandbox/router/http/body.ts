import type { z } from "zod";
import { HostedError, validationError } from "../errors";

/** Reads a body as text and refuses it as soon as more than `limit` bytes have arrived. */
export async function readText(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limit) throw new HostedError("tooLarge", `The body exceeds ${limit} bytes.`);
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks).toString("utf8");
}

const jsonLimit = 4 * 1024 * 1024;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HostedError("invalidBody", "The body is not valid JSON.");
  }
}

/** The body as `schema` sees it. An absent body counts as `{}`. Throws the hosted service's 400. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await readText(request, jsonLimit);
  const parsed = schema.safeParse(text.trim() === "" ? {} : parseJson(text));
  if (!parsed.success) throw validationError(parsed.error, "payload");
  return parsed.data;
}

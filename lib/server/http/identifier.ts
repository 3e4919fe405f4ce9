import "server-only";
import { identifierSchema } from "@/lib/shared/api";
import type { Missing } from "../../language/english/errors/requests.ts";
import { notFound } from "../errors.ts";

/** An identifier out of a path. One of another shape names nothing, so it is absent like any other. */
export function identifier(value: string, what: Missing): string {
  const parsed = identifierSchema.safeParse(value);
  if (!parsed.success) throw notFound(what);
  return parsed.data;
}

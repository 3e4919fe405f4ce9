import type { Attachment } from "@/lib/shared/attachment";

/**
 * Whether something that this browser kept is an attachment. Without the schemas, which a page that opens does not have: the server
 * looks at what is sent in any case.
 */
export function isAttachment(value: unknown): value is Attachment {
  if (typeof value !== "object" || value === null) return false;
  const has = (name: string, type: "string" | "number") => typeof Reflect.get(value, name) === type;
  const described = has("id", "string") && has("name", "string") && has("size", "number");
  if (!described || !("kind" in value)) return false;
  if (value.kind === "text") return true;
  return (
    value.kind === "image" &&
    has("mediaType", "string") &&
    has("width", "number") &&
    has("height", "number")
  );
}

import "server-only";
import type { SharedDocument, SharedPart } from "@/lib/shared/sharing/document";

/** Answers what a text becomes. @param key the name under which it stands, in data */
export type MapText = (text: string, key: string) => string;

function mapData(value: unknown, key: string, map: MapText): unknown {
  if (typeof value === "string") return map(value, key);
  if (Array.isArray(value)) return value.map((entry) => mapData(entry, key, map));
  if (typeof value !== "object" || value === null) return value;
  return mapFields(value, map);
}

function mapFields(fields: object, map: MapText): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, entry]) => [map(name, ""), mapData(entry, name, map)]),
  );
}

function mapPart(part: SharedPart, map: MapText): SharedPart {
  switch (part.type) {
    case "text":
    case "reasoning":
      return { type: part.type, text: map(part.text, "") };
    case "action": {
      const { tool, toolkit, toolClass, outcome, account, card, omittedBytes, sent, raw } = part;
      return {
        type: "action",
        tool: map(tool, ""),
        toolkit: map(toolkit, ""),
        toolClass,
        outcome,
        ...(account === undefined ? {} : { account: map(account, "") }),
        ...(card === undefined ? {} : { card: mapData(card, "", map) }),
        ...(omittedBytes === undefined ? {} : { omittedBytes }),
        ...(sent === undefined ? {} : { sent: mapFields(sent, map) }),
        ...(raw === undefined ? {} : { raw: mapData(raw, "", map) }),
      };
    }
  }
}

/** A copy with each of its texts replaced, names of fields included, always in the same order. */
export function mapTexts(
  { title, copiedOn, messages }: SharedDocument,
  map: MapText,
): SharedDocument {
  return {
    title: map(title, ""),
    copiedOn,
    messages: messages.map(({ role, parts }) => ({
      role,
      parts: parts.map((part) => mapPart(part, map)),
    })),
  };
}

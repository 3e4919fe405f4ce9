import { z } from "zod";
import type { EditForm } from "@/lib/shared/api";

/** One argument as a person fills it in. Whatever its kind, what is typed is a text. */
export type EditField = {
  name: string;
  kind: "line" | "text" | "number" | "choice" | "json";
  /** Of a choice, the texts to choose from with what each stands for. */
  choices: ReadonlyMap<string, unknown>;
  required: boolean;
  /** Stays as it is. */
  fixed: boolean;
  /** It is sent as things stand. */
  present: boolean;
  /** What it begins as. */
  text: string;
  description: string | undefined;
};

const propertySchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.looseObject({ type: z.unknown() })).optional(),
  maxLength: z.number().optional(),
  description: z.string().optional(),
});
type Property = z.infer<typeof propertySchema>;

const longTexts = /^(content|description|body|message|text|comment|summary|raw)$/i;
const lineLength = 80;
const lineLimit = 500;

const booleans: ReadonlyMap<string, unknown> = new Map([
  ["true", true],
  ["false", false],
]);

const none: ReadonlyMap<string, unknown> = new Map();

/** The one type that values have; undefined where there are several, or nobody says. */
function typeOf(property: Property, value: unknown): string | undefined {
  const types = property.anyOf?.map(({ type }) => type) ?? [property.type].flat();
  const [only, ...others] = new Set(types.filter((type) => type !== "null"));
  if (typeof only === "string") return others.length === 0 ? only : undefined;
  return value === undefined || value === null ? undefined : typeof value;
}

function isLongText(name: string, { maxLength = 0 }: Property, value: unknown): boolean {
  const long = typeof value === "string" && (value.length > lineLength || value.includes("\n"));
  return long || longTexts.test(name) || maxLength > lineLimit;
}

function kindOf(
  name: string,
  property: Property,
  value: unknown,
): Pick<EditField, "kind" | "choices"> {
  const options = property.enum?.filter((option) => option !== null);
  if (options?.every((option) => typeof option !== "object"))
    return { kind: "choice", choices: new Map(options.map((option) => [String(option), option])) };
  switch (typeOf(property, value)) {
    case "string":
      return { kind: isLongText(name, property, value) ? "text" : "line", choices: none };
    case "integer":
    case "number":
      return { kind: "number", choices: none };
    case "boolean":
      return { kind: "choice", choices: booleans };
    default:
      return { kind: "json", choices: none };
  }
}

function textOf(kind: EditField["kind"], choices: EditField["choices"], value: unknown): string {
  if (value === undefined) return "";
  if (kind === "json") return JSON.stringify(value, null, 2);
  if (kind === "choice")
    return [...choices].find(([, meaning]) => meaning === value)?.[0] ?? String(value);
  return String(value);
}

/** The fields of a form: what is sent first, in its order; then what could be. */
export function editFields({ arguments: sent, schema, fixed }: EditForm): EditField[] {
  const names = new Set([...Object.keys(sent), ...Object.keys(schema.properties)]);
  return [...names].map((name) => {
    const property = propertySchema.safeParse(schema.properties[name]).data ?? {};
    const present = Object.hasOwn(sent, name);
    const { kind, choices } = kindOf(name, property, sent[name]);
    return {
      name,
      kind,
      choices,
      required: schema.required?.includes(name) ?? false,
      fixed: fixed.includes(name),
      present,
      text: textOf(kind, choices, sent[name]),
      description: property.description,
    };
  });
}

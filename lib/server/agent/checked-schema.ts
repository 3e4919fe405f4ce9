import "server-only";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import type { JsonSchemaType } from "@modelcontextprotocol/sdk/validation/types";
import { jsonSchema, type Schema } from "ai";
import type { RouterTool } from "../router/mcp-connection.ts";

/** What is wrong with arguments, in words; null when nothing is, or when the schema is one that nobody can check. */
export function schemaComplaint(schema: object, value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return "The arguments have to be a JSON object.";
  try {
    const validate = new AjvJsonSchemaValidator().getValidator(schema as JsonSchemaType);
    const checked = validate(value);
    return checked.valid ? null : checked.errorMessage;
  } catch {
    return null;
  }
}

/** A tool's schema; arguments that break it are the model's to correct, and are never run. */
export function checkedSchema(schema: RouterTool["inputSchema"]): Schema<unknown> {
  return jsonSchema<unknown>(schema as Parameters<typeof jsonSchema>[0], {
    validate(value) {
      const wrong = schemaComplaint(schema, value);
      return wrong === null
        ? { success: true, value }
        : { success: false, error: new Error(wrong) };
    },
  });
}

import "server-only";
import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { type EditForm, editFormSchema } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { action, toolPin } from "../database/schema.ts";
import { toolSource } from "../router/tool-pins/pin-tools.ts";

/** Tools of the router's whose answers say what other tools take. */
const describing = ["COMPOSIO_SEARCH_TOOLS", "COMPOSIO_GET_TOOL_SCHEMAS"];

/** What a tool takes, as JSON Schema. */
export type InputSchema = EditForm["schema"];

/** The schema of a tool that the router lists by itself, as it was accepted. */
async function listedSchema(tool: string): Promise<unknown> {
  const [pin] = await (await database())
    .select({ schema: sql<unknown>`${toolPin.definition} -> 'inputSchema'` })
    .from(toolPin)
    .where(
      and(
        eq(toolPin.source, toolSource()),
        eq(toolPin.name, tool),
        // One that has changed is withheld.
        isNull(toolPin.listedHash),
      ),
    );
  return pin?.schema;
}

/** The schema of a tool that the router told the model of, in this chat and last. */
async function foundSchema(chatId: string, tool: string): Promise<unknown> {
  const schema: SQL<unknown> = sql`${action.result} -> 'tool_schemas' -> ${tool}::text -> 'input_schema'`;
  const [found] = await (await database())
    .select({ schema })
    .from(action)
    .where(
      and(
        eq(action.chatId, chatId),
        inArray(action.tool, describing),
        sql`jsonb_typeof(${schema}) = 'object'`,
      ),
    )
    .orderBy(desc(action.sequence))
    .limit(1);
  return found?.schema;
}

/** What a tool takes, as far as the router has told this chat; null when it has not, or not in a way that can be read. */
export async function inputSchemaOf(chatId: string, tool: string): Promise<InputSchema | null> {
  const known = (await listedSchema(tool)) ?? (await foundSchema(chatId, tool));
  return editFormSchema.shape.schema.safeParse(known).data ?? null;
}

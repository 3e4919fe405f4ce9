import { listChats } from "@/lib/server/chats/list-chats";
import { parse, readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { continueShare } from "@/lib/server/sharing/continue-share";
import { chatShelfSchema, identifierSchema } from "@/lib/shared/api";
import { continueShareSchema } from "@/lib/shared/sharing/api";

const shelfSchema = chatShelfSchema.optional();
const projectSchema = identifierSchema.optional();

export const GET = handler(async ({ request, user }) => {
  const parameters = new URL(request.url).searchParams;
  const shelf = parse(shelfSchema, parameters.get("shelf") ?? undefined);
  const cursor = parameters.get("cursor") ?? undefined;
  const project = parse(projectSchema, parameters.get("project") ?? undefined);
  return Response.json(await listChats(user.id, { shelf, project, cursor }));
});

export const POST = handler(async ({ request, user }) => {
  const id = await continueShare(user.id, await readJson(request, continueShareSchema));
  return Response.json({ id }, { status: 201 });
});

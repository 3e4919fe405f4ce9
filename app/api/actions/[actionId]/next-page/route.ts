import { z } from "zod";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { readNextPage } from "@/lib/server/paging/read-next-page";

/** What is asked for stands in the server's own row: nothing of it comes from here. */
const bodySchema = z.strictObject({});

export const POST = handler<{ actionId: string }>(async ({ request, parameters, user }) => {
  await readJson(request, bodySchema);
  const id = identifier(parameters.actionId, "action");
  return Response.json(await readNextPage(user.id, id, request.signal));
});

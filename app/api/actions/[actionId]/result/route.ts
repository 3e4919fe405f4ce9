import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { readResultText } from "@/lib/server/policy/audit";

export const GET = handler<{ actionId: string }>(async ({ parameters, user }) => {
  const text = await readResultText(user.id, identifier(parameters.actionId, "action"));
  return new Response(text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      // Whatever a tool brought: no browser may take it for a page.
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
});

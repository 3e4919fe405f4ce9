import { environment } from "@/lib/server/environment";
import { BranchlineError } from "@/lib/server/errors";
import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { listAccounts } from "@/lib/server/router/connections/accounts";
import { createAttempt } from "@/lib/server/router/connections/attempts";
import { connectSchema } from "@/lib/shared/api";
import { type ConnectedAccount, connectedAccountSchema } from "@/lib/shared/connection";

export const GET = handler(async ({ user }) => {
  const accounts: ConnectedAccount[] = connectedAccountSchema
    .array()
    .parse(await listAccounts(user.id));
  return Response.json({ accounts });
});

export const POST = handler(async ({ request, user }) => {
  const { toolkit } = await readJson(request, connectSchema);
  if (!environment().toolkits.includes(toolkit)) {
    throw new BranchlineError(
      "invalid_request",
      `${toolkit} is not one of this installation's toolkits.`,
    );
  }
  const attempt = await createAttempt({ userId: user.id, toolkit });
  return Response.json({ path: `/connect/${attempt.id}` }, { status: 201 });
});

import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { decideApproval } from "@/lib/server/policy/decide-approval";
import { decideApprovalSchema } from "@/lib/shared/api";

export const POST = handler<{ approvalId: string }>(async ({ request, parameters, user }) => {
  const answer = await readJson(request, decideApprovalSchema);
  const approvalId = identifier(parameters.approvalId, "approval");
  return Response.json(await decideApproval(user.id, approvalId, answer));
});

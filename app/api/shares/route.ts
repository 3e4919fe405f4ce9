import { handler } from "@/lib/server/http/handler";
import { listShares } from "@/lib/server/sharing/shares";

export const GET = handler(async ({ user }) =>
  Response.json({ shares: await listShares(user.id) }),
);

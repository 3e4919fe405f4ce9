import { handler } from "@/lib/server/http/handler";
import { listPermissions } from "@/lib/server/policy/permissions";

export const GET = handler(async ({ user }) =>
  Response.json({ permissions: await listPermissions(user.id) }),
);

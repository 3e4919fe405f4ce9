import { changePolicy } from "@/lib/server/admin/change-policy";
import { adminHandler } from "@/lib/server/http/admin-handler";
import { readJson } from "@/lib/server/http/body";
import { readPolicy } from "@/lib/server/policy/everyone";
import { policySchema } from "@/lib/shared/policy";

export const GET = adminHandler(async () => Response.json(await readPolicy()));

export const PUT = adminHandler(async ({ request, user }) =>
  Response.json(await changePolicy(user.id, await readJson(request, policySchema))),
);

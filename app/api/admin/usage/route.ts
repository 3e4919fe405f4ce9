import { usageByPerson } from "@/lib/server/admin/usage";
import { adminHandler } from "@/lib/server/http/admin-handler";
import { usageByDay } from "@/lib/server/usage/read-usage";

export const GET = adminHandler(async () => {
  const [people, days] = await Promise.all([usageByPerson(), usageByDay("everybody")]);
  return Response.json({ people, days });
});

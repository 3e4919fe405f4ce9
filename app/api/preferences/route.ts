import { readJson } from "@/lib/server/http/body";
import { publicHandler } from "@/lib/server/http/public-handler";
import { keepPreferences } from "@/lib/server/preferences";
import { preferencesSchema } from "@/lib/shared/preferences";

export const PUT = publicHandler(async ({ request }) => {
  await keepPreferences(await readJson(request, preferencesSchema));
  return new Response(null, { status: 204 });
});

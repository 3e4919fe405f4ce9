import { signOutBrowser } from "@/lib/server/auth/sign-in";
import { readJson } from "@/lib/server/http/body";
import { publicHandler } from "@/lib/server/http/public-handler";
import { signOutSchema } from "@/lib/shared/sign-in";

export const POST = publicHandler(async ({ request }) => {
  const { everywhere = false } = await readJson(request, signOutSchema);
  await signOutBrowser(everywhere);
  return new Response(null, { status: 204 });
});

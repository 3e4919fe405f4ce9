import { signInBrowser } from "@/lib/server/auth/sign-in";
import { readJson } from "@/lib/server/http/body";
import { publicHandler } from "@/lib/server/http/public-handler";
import { signInSchema } from "@/lib/shared/sign-in";

export const POST = publicHandler(async ({ request }) => {
  const { next, ...credentials } = await readJson(request, signInSchema);
  return Response.json({ path: await signInBrowser({ as: "password", ...credentials }, next) });
});

import { signInBrowser } from "@/lib/server/auth/sign-in";
import { readJson } from "@/lib/server/http/body";
import { publicHandler } from "@/lib/server/http/public-handler";
import { signInWithoutPasswordSchema } from "@/lib/shared/sign-in";

export const POST = publicHandler(async ({ request }) => {
  const { next } = await readJson(request, signInWithoutPasswordSchema);
  return Response.json({ path: await signInBrowser({ as: "guest" }, next) }, { status: 201 });
});

import { beginSignIn } from "@/lib/server/auth/provider-sign-in";
import { requireProvider } from "@/lib/server/auth/providers";
import { readJson } from "@/lib/server/http/body";
import { publicHandler } from "@/lib/server/http/public-handler";
import { signInWithoutPasswordSchema } from "@/lib/shared/sign-in";

export const POST = publicHandler<{ provider: string }>(async ({ request, parameters }) => {
  const provider = requireProvider(parameters.provider);
  const { next } = await readJson(request, signInWithoutPasswordSchema);
  return Response.json({ address: await beginSignIn(request, provider, next) });
});

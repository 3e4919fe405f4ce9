import { completeSignIn } from "@/lib/server/auth/provider-sign-in";
import { requireProvider } from "@/lib/server/auth/providers";
import { publicHandler } from "@/lib/server/http/public-handler";

/** Where a provider sends a browser back to. */
export const GET = publicHandler<{ provider: string }>(({ request, parameters }) =>
  completeSignIn(request, requireProvider(parameters.provider)),
);

import { createMember } from "@/lib/server/auth/accounts";
import { readJson } from "@/lib/server/http/body";
import { clientAddress } from "@/lib/server/http/client-address";
import { publicHandler } from "@/lib/server/http/public-handler";
import { signUpSchema } from "@/lib/shared/api";

export const POST = publicHandler(async ({ request }) => {
  await createMember(await readJson(request, signUpSchema), clientAddress(request));
  return new Response(null, { status: 201 });
});

import { createMember } from "@/lib/server/auth/accounts";
import { readJson } from "@/lib/server/http/body";
import { publicHandler } from "@/lib/server/http/public-handler";
import { signUpSchema } from "@/lib/shared/api";

export const POST = publicHandler(async ({ request }) => {
  await createMember(await readJson(request, signUpSchema));
  return new Response(null, { status: 201 });
});

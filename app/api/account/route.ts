import { createMember } from "@/lib/server/auth/accounts";
import { deleteAccount } from "@/lib/server/auth/delete-account";
import { signOutBrowser } from "@/lib/server/auth/sign-in";
import { readJson } from "@/lib/server/http/body";
import { clientAddress } from "@/lib/server/http/client-address";
import { handler } from "@/lib/server/http/handler";
import { publicHandler } from "@/lib/server/http/public-handler";
import { type AccountDeleted, deleteAccountSchema } from "@/lib/shared/account";
import { signUpSchema } from "@/lib/shared/api";

export const POST = publicHandler(async ({ request }) => {
  await createMember(await readJson(request, signUpSchema), clientAddress(request));
  return new Response(null, { status: 201 });
});

export const DELETE = handler(async ({ request, user }) => {
  const { password } = await readJson(request, deleteAccountSchema);
  const deleted: AccountDeleted = await deleteAccount(user.id, password, clientAddress(request));
  await signOutBrowser(false);
  // What this browser has kept of the account goes with it.
  const headers = { "clear-site-data": '"cache", "cookies", "storage"' };
  return Response.json(deleted, { headers });
});

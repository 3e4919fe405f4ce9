import { jsonRequest, requestJson } from "@/lib/client/request";
import type { OfferedProvider } from "@/lib/shared/sign-in";

/** Signs in and leaves for the page the server names. @throws RequestError */
export async function signIn(as: "guest" | "password", body: object): Promise<void> {
  const signedIn = jsonRequest("POST", body);
  const { path } = await requestJson(`/api/auth/${as}`, "signedIn", signedIn);
  // A new document: nothing of what an earlier user saw stays in memory.
  window.location.assign(path);
}

/** Leaves for a provider, which sends the browser back signed in. @throws RequestError */
export async function goToProvider(id: OfferedProvider["id"], next: string): Promise<void> {
  const begun = jsonRequest("POST", { next });
  const path = `/api/auth/providers/${id}`;
  const { address } = await requestJson(path, "sentToProvider", begun);
  window.location.assign(address);
}

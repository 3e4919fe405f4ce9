import { jsonRequest, requestJson } from "@/lib/client/request";
import { signedInSchema } from "@/lib/shared/sign-in";

/** Signs in and leaves for the page the server names. @throws RequestError */
export async function signIn(as: "guest" | "password", body: object): Promise<void> {
  const signedIn = jsonRequest("POST", body);
  const { path } = await requestJson(`/api/auth/${as}`, signedInSchema, signedIn);
  // A new document: nothing of what an earlier user saw stays in memory.
  window.location.assign(path);
}

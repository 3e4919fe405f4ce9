import "server-only";
import { dataPolicy } from "./content-security-policy.ts";

const entities: Record<string, string> = { "&": "&amp;", '"': "&quot;", "<": "&lt;" };

/**
 * Sends a browser that posted a form of ours to another site. Not by a redirect: a policy's form-action holds for every
 * redirect that answers the form, and where a provider's sign-in leads on the way is not known beforehand.
 *
 * @param address absolute, or a path of ours
 */
export function leavingResponse(address: string): Response {
  const attribute = address.replace(/[&"<]/g, (character) => entities[character] ?? "");
  const page = `<!doctype html><html lang="en"><title>Continue</title><a href="${attribute}">Continue</a>`;
  return new Response(page, {
    headers: {
      refresh: `0; url=${address}`,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": dataPolicy,
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });
}

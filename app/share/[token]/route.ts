import { currentUser } from "@/lib/server/auth";
import { sharedPageHeaders } from "@/lib/server/headers/shared-page-headers";
import { publicOrigin } from "@/lib/server/http/origin";
import { publicHandler } from "@/lib/server/http/public-handler";
import { requestLanguage } from "@/lib/server/language";
import { renderCopy } from "@/lib/server/sharing/page/render-copy";
import { renderPage } from "@/lib/server/sharing/page/render-page";
import { countView, readShare } from "@/lib/server/sharing/read-share";

const leaveFor = (path: string) => new Response(null, { status: 303, headers: { location: path } });

const continuePath = (token: string, version: string) =>
  `/continue/${encodeURIComponent(token)}?${new URLSearchParams({ version })}`;

/** The page of a shared copy. Rendered apart and without a script; see lib/server/sharing/page. */
export const GET = publicHandler<{ token: string }>(async ({ request, parameters: { token } }) => {
  const asked = new URL(request.url).searchParams;
  const path = `/share/${encodeURIComponent(token)}`;
  // The page's own links name no address, so that it is the same page before it has one.
  if (asked.has("continue")) return leaveFor(continuePath(token, asked.get("continue") ?? ""));
  if (asked.has("sign-in")) return leaveFor(`/signin?${new URLSearchParams({ next: path })}`);

  const reader = (await currentUser())?.id ?? null;
  const language = await requestLanguage();
  const shared = await readShare(token, reader);
  if (!shared) {
    const html = await renderPage({ kind: "gone", language, signedIn: reader !== null });
    return new Response(html, { status: 404, headers: sharedPageHeaders });
  }
  const html = await renderCopy(shared, { origin: publicOrigin(request), language });
  if (request.method === "GET") await countView(token, reader);
  return new Response(html, { headers: sharedPageHeaders });
});

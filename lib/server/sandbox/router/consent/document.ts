import { createHash } from "node:crypto";
import { html, type Markup, trusted } from "./html";
import { style } from "./style";

const styleHash = createHash("sha256").update(style).digest("base64");

/** A source expression for the callback. Content security policies have no form for an IPv6 host, only for its scheme. */
function sourceOf(callback: string): string {
  const { origin, protocol, hostname } = new URL(callback);
  return hostname.startsWith("[") ? protocol : origin;
}

/**
 * Headers of every consent page. Browsers apply form-action to the redirect that answers the form as well, so the
 * callback's origin has to be among the permitted targets.
 */
function headers(callback: string | null): Record<string, string> {
  const targets = callback === null ? "'self'" : `'self' ${sourceOf(callback)}`;
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action ${targets}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex",
    "cache-control": "no-store",
  };
}

/** A whole page, without scripts. `callback` is where the page's form may end up. */
export function documentResponse(page: {
  title: string;
  content: Markup;
  toolkitName: string;
  status: number;
  callback: string | null;
}): Response {
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
<p class="notice">This is a made-up ${page.toolkitName} for trying things out. It knows nothing about your real account.</p>
<div class="content">
${page.content}
</div>
</main>
</body>
</html>
`;
  return new Response(text, { status: page.status, headers: headers(page.callback) });
}

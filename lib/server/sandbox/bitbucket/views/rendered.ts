export type Rendered = { type: "rendered"; raw: string; markup: "markdown"; html: string };

/** Text a person wrote, in Bitbucket's four fields. The markup stays escaped text: nothing here interprets it. */
export function rendered(raw: string): Rendered {
  const html = raw
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join("\n");
  return { type: "rendered", raw, markup: "markdown", html };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** What no answer of ours needs: everything. For answers that are data, and for any address that is shown by mistake. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Of a file that a person brought and that is opened apart: it is nobody's origin, and does nothing. The styles are those of the
 * browser's own page around a picture.
 */
export const filePolicy = `${dataPolicy}; style-src 'unsafe-inline'; sandbox`;

/**
 * What a page may load and run: its own files, and the scripts that carry its nonce. No answer of a model, a tool or a
 * stranger can make the browser ask another host, whatever becomes of it on the page.
 *
 * @param nonce unguessable, and of one response only
 * @param developing adds what the development server's own tools need: they evaluate code and write styles into the page
 */
export function pagePolicy(nonce: string, developing: boolean): string {
  return [
    "default-src 'none'",
    // Without 'strict-dynamic': where it stands, Chromium fetches modules and pages ahead from any host a link names.
    `script-src 'self' 'nonce-${nonce}'${developing ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${developing ? " 'unsafe-inline'" : ""}`,
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Of a page that has no script and sends nothing: it shows our own styles, fonts and pictures, and leads on by links. */
export const scriptlessPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

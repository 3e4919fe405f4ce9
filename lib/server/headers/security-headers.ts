import { dataPolicy, filePolicy } from "./content-security-policy.ts";

type Header = { key: string; value: string };
type Rule = { source: string; has?: { type: "header"; key: string; value: string }[] } & {
  headers: Header[];
};

/** Two years, in seconds. Other names below ours may have no https: nothing is said about them. */
const transportSecurity = `max-age=${2 * 365 * 24 * 60 * 60}`;

/** What a script of ours never asks for, so that no other script can. */
const refusedFeatures = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

const everywhere: Header[] = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "X-DNS-Prefetch-Control", value: "off" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: refusedFeatures.map((feature) => `${feature}=()`).join(", "),
  },
];

const noReferrer: Header = { key: "Referrer-Policy", value: "no-referrer" };

const noIndex: Header = { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" };

/**
 * The headers of every answer, by path; the last rule that names a header wins, also over what a handler sets. A page's
 * policy is not among them: it has a nonce, and comes from proxy.ts. Pages below /sandbox play another site's and bring
 * their own policy.
 */
export const securityHeaders: Rule[] = [
  { source: "/:path*", headers: everywhere },
  {
    source: "/:path*",
    has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
    headers: [{ key: "Strict-Transport-Security", value: transportSecurity }],
  },
  // Forms of ours have to name their origin, which "no-referrer" would take from them.
  {
    source: "/((?!sandbox/).*)",
    headers: [{ key: "Referrer-Policy", value: "same-origin" }],
  },
  {
    source: "/api/:path*",
    headers: [{ key: "Content-Security-Policy", value: dataPolicy }, noReferrer],
  },
  {
    source: "/api/attachments/:path*",
    headers: [{ key: "Content-Security-Policy", value: filePolicy }],
  },
  // What leads to the provider, and what the provider's secret word comes back to.
  { source: "/connect/:attempt/open", headers: [noReferrer] },
  { source: "/connect/callback", headers: [noReferrer] },
  // Also on the 404 of a revoked share: what a search engine or a log may keep of one is nothing.
  {
    source: "/share/:path*",
    headers: [noIndex, noReferrer],
  },
  { source: "/shared-page/:path*", headers: [noIndex, noReferrer] },
  { source: "/continue/:path*", headers: [noIndex] },
];

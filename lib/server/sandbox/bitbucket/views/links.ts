const site = "https://bitbucket.org";
const api = "https://api.bitbucket.org/2.0";

export type Link = { href: string };

export function siteLink(path: string): Link {
  return { href: `${site}/${path}` };
}

export function apiLink(path: string): Link {
  return { href: `${api}/${path}` };
}

/** A branch or path in an address: slashes stay, everything else that needs it is escaped. */
export function escapePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** Bitbucket writes UTC with an offset instead of a `Z`. */
export function timestamp(iso: string): string {
  return iso.replace("Z", "+00:00");
}

import type { RouterServices } from "../services";

export type RestCall = {
  services: RouterServices;
  request: Request;
  url: URL;
  /** The router's address as the caller sees it. */
  address: string;
  /** The `:id` of the pattern; empty for patterns without one. */
  id: string;
};

export type Route = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Segments after `/api/v3.1`, with `:id` for the one variable segment. */
  pattern: string;
  handle: (call: RestCall) => Promise<Response>;
};

/** The variable segment when `path` fits `pattern`, else null. */
export function matchPattern(pattern: string, path: readonly string[]): string | null {
  const segments = pattern.split("/");
  if (segments.length !== path.length) return null;
  const fits = segments.every((segment, index) => segment === ":id" || segment === path[index]);
  return fits ? (path[segments.indexOf(":id")] ?? "") : null;
}

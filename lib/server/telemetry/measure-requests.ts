import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { instruments, secondsSince } from "./instruments.ts";
import { builtRoutes } from "./routes.ts";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Measures every request that reaches this process, from its headers to the end of its answer. */
export function measureRequests(): void {
  const routeOf = builtRoutes();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const start = performance.now();
    const { method = "", url = "" } = request;
    const [path = ""] = url.split("?", 1);
    response.once("close", () => {
      const route = path.startsWith("/_next/") ? "/_next" : routeOf(path);
      instruments()?.requestDuration.record(secondsSince(start), {
        "http.request.method": methods.has(method) ? method : "_OTHER",
        "http.response.status_code": response.statusCode,
        ...(route ? { "http.route": route } : {}),
      });
    });
  });
}

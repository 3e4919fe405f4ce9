import { join } from "node:path";
import { handleConsent } from "./consent/handle";
import { HostedError, toHostedError } from "./errors";
import { handleMcp } from "./mcp/handle";
import { handleRest } from "./rest/handle";
import type { RouterServices } from "./services";
import { openStore } from "./store/store";
import type { Toolkit } from "./toolkit";

/** Shorter than the 30 s that clients wait by default. */
const defaultWaitLimit = 25_000;

export type RouterOptions = {
  /** Absolute path. The router keeps `router.json` in it, the toolkit whatever it likes. */
  directory: string;
  apiKey: string;
  toolkit: Toolkit;
  reportError: (error: unknown) => void;
  /** Milliseconds since the epoch; the system's clock when absent. */
  now?: () => number;
  /** How long COMPOSIO_WAIT_FOR_CONNECTIONS holds a call, in milliseconds. */
  waitLimit?: number;
};

export type Router = {
  /** `path` is what follows the mount point: `api/v3.1/…`, `tool_router/{id}/mcp` or `consent/{token}`. Never rejects. */
  handle: (request: Request, path: readonly string[]) => Promise<Response>;
};

function dispatch(
  services: RouterServices,
  request: Request,
  path: readonly string[],
): Promise<Response> {
  const [first, second = "", third, ...rest] = path;
  if (first === "api" && second === "v3.1") {
    return handleRest(services, request, path.slice(2));
  }
  if (first === "tool_router" && third === "mcp" && rest.length === 0) {
    return handleMcp(services, request, second);
  }
  if (first === "consent" && path.length === 2) return handleConsent(services, request, second);
  throw new HostedError("routeNotFound", `/${path.join("/")} does not exist here.`);
}

/** A Composio-compatible Tool Router over one toolkit: REST, MCP and the consent page. */
export function createRouter(options: RouterOptions): Router {
  const { directory, apiKey, toolkit, reportError } = options;
  const now = options.now ?? Date.now;
  const services: RouterServices = {
    toolkit,
    store: openStore(join(directory, "router.json"), now),
    directory,
    apiKey,
    now,
    waitLimit: options.waitLimit ?? defaultWaitLimit,
    reportError,
  };
  return {
    handle: async (request, path) => {
      try {
        return await dispatch(services, request, path);
      } catch (error) {
        return toHostedError(error, reportError).toResponse();
      }
    },
  };
}

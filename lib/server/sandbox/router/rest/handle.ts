import { clientAddress } from "../address";
import { requireKey } from "../authentication";
import { HostedError } from "../errors";
import type { RouterServices } from "../services";
import { accountRoutes } from "./accounts";
import { catalogueRoutes } from "./catalogue";
import { executionRoutes } from "./execution";
import { matchPattern } from "./route";
import { sessionRoutes } from "./sessions";

const routes = [...sessionRoutes, ...catalogueRoutes, ...executionRoutes, ...accountRoutes];

/** One request to the REST API; `path` is what follows `/api/v3.1`. */
export async function handleRest(
  services: RouterServices,
  request: Request,
  path: readonly string[],
): Promise<Response> {
  requireKey(request, services.apiKey);
  for (const { method, pattern, handle } of routes) {
    const id = matchPattern(pattern, path);
    if (id === null || method !== request.method) continue;
    const address = clientAddress(request);
    return handle({ services, request, url: new URL(request.url), address, id });
  }
  throw new HostedError(
    "routeNotFound",
    `${request.method} /${path.join("/")} does not exist here.`,
  );
}

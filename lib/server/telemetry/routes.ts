import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const manifestSchema = z.object({
  staticRoutes: z.array(z.object({ page: z.string() })),
  dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
});

/** The route of a path, such as `/chat/[chatId]`; undefined for a path that none is for. */
export type FindRoute = (path: string) => string | undefined;

/** @param manifest Next.js's list of routes, in the order in which they are tried */
export function routesIn(manifest: unknown): FindRoute {
  const { staticRoutes, dynamicRoutes } = manifestSchema.parse(manifest);
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }));
  return (path) => {
    if (fixed.has(path)) return path;
    return patterns.find(({ pattern }) => pattern.test(path))?.page;
  };
}

/** The routes of this build. While developing there is no list of them, and so no route has a name. */
export function builtRoutes(): FindRoute {
  try {
    const path = join(process.cwd(), ".next", "routes-manifest.json");
    return routesIn(JSON.parse(readFileSync(/* turbopackIgnore: true */ path, "utf8")));
  } catch {
    return () => undefined;
  }
}

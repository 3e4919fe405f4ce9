import { readFileSync } from "node:fs";
import { z } from "zod";

const manifest = <Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> =>
  schema.parse(JSON.parse(readFileSync(`.next/${file}`, "utf8")));

/** A page or a route handler of the production build, by the address it answers at: `/api/chats/[chatId]`. */
export type BuiltRoute = { kind: "page" | "route"; address: string };

/** Everything the build answers at, out of its own manifests. */
export function builtRoutes(): BuiltRoute[] {
  const routes = manifest("app-path-routes-manifest.json", z.record(z.string(), z.string()));
  const served = Object.entries(routes).map(
    ([file, address]): BuiltRoute => ({
      kind: file.endsWith("/route") ? "route" : "page",
      address,
    }),
  );
  return [...served, ...olderPages().map((address) => ({ kind: "page" as const, address }))];
}

/** Addresses of pages of the older kind. What begins with an underscore is their frame. */
function olderPages(): string[] {
  const pages = manifest("server/pages-manifest.json", z.record(z.string(), z.string()));
  return Object.entries(pages)
    .filter(
      ([address, file]) => !file.endsWith(".html") && !/^\/_(app|document|error)$/.test(address),
    )
    .map(([address]) => address);
}

/** What else of the build a request could be led to: addresses that stand for others. */
export function builtDetours(): string[] {
  const source = z.array(z.object({ source: z.string(), internal: z.boolean().optional() }));
  const { rewrites, redirects } = manifest(
    "routes-manifest.json",
    z.object({
      rewrites: z.object({ beforeFiles: source, afterFiles: source, fallback: source }),
      redirects: source,
    }),
  );
  const rules = [...Object.values(rewrites).flat(), ...redirects];
  return rules.filter(({ internal }) => !internal).map((rule) => rule.source);
}

/** Functions of the server that a page can call by name. */
export function builtServerActions(): string[] {
  const action = z.object({ filename: z.string(), exportedName: z.string() });
  const { node, edge } = manifest(
    "server/server-reference-manifest.json",
    z.object({ node: z.record(z.string(), action), edge: z.record(z.string(), action) }),
  );
  return [...Object.values(node), ...Object.values(edge)].map(
    ({ filename, exportedName }) => `${exportedName} of ${filename}`,
  );
}

/** The methods a route of a running server answers, as the server itself says. */
export async function methodsOf(origin: string, path: string): Promise<string[]> {
  const answer = await fetch(`${origin}${path}`, { method: "OPTIONS" });
  const methods = (answer.headers.get("allow") ?? "").split(", ");
  return methods.filter((method) => method !== "HEAD" && method !== "OPTIONS");
}

import { environment } from "@/lib/server/environment";
import { log } from "@/lib/server/log";
import { createSandbox, type Sandbox } from "@/lib/server/sandbox";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

/** On the global object, because Next may load this module twice and two routers would write one file. */
const sandboxKey = Symbol.for("branchline.sandbox");
const holder = globalThis as { [sandboxKey]?: Sandbox };

type Context = { params: Promise<{ path: string[] }> };

async function handle(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params;
  const { sandbox: configuration } = environment();
  const isServed =
    (path[0] === "composio" && configuration?.router) ||
    (path[0] === "openai" && configuration?.model);
  if (!configuration || !isServed) {
    return Response.json({ error: { message: "Not found" } }, { status: 404 });
  }
  holder[sandboxKey] ??= createSandbox(configuration, (error) => log.error("sandbox", error));
  return holder[sandboxKey].handle(request, path);
}

export const GET = handle;
export const POST = handle;
export const PATCH = handle;
export const PUT = handle;
export const DELETE = handle;

import type { Instrumentation } from "next";

/** Runs once when the server starts, before it takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { start } = await import("./lib/server/start");
  await start();
}

/** A page or a handler threw: one line of the log, with the reference that the error page shows. Its path may be somebody's, its route is not. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/server/log");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  log.error("page.failed", error, { route: context.routePath, reference: digest });
};

import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { environment } from "../environment.ts";
import { telemetry } from "./telemetry.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a request has the token; how long that takes says nothing of how much of it was right. */
function opens(authorization: string | null, token: string): boolean {
  const [scheme = "", given = ""] = (authorization ?? "").split(" ", 2);
  const right = timingSafeEqual(digest(given), digest(token));
  return scheme.toLowerCase() === "bearer" && right;
}

/**
 * What is measured now, in Prometheus's text format.
 *
 * @param authorization the Authorization header of whoever asks
 * @returns null for whoever has not got the token, and where there is none
 */
export async function scrapeMetrics(authorization: string | null): Promise<string | null> {
  const { metricsToken } = environment().telemetry;
  const scrape = telemetry()?.scrape;
  if (!metricsToken || !scrape || !opens(authorization, metricsToken)) return null;
  return scrape();
}

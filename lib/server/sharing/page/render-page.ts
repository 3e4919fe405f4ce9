import "server-only";
import type { SharedPage } from "@/lib/shared/sharing/page";
import { environment } from "../../environment.ts";
import { handOver, takeOver } from "./handed-over.ts";

/**
 * The page that readers get, as HTML without a script. It is rendered by a page of Next's that is served without a runtime
 * (pages/shared-page, docs/decisions), which route handlers can reach by HTTP only.
 */
export async function renderPage(page: SharedPage): Promise<string> {
  const ticket = handOver(page);
  try {
    const response = await fetch(`${environment().ownAddress}/shared-page/${ticket}`);
    if (!response.ok) throw new Error(`The shared page was not rendered: ${response.status}.`);
    return await response.text();
  } finally {
    takeOver(ticket);
  }
}

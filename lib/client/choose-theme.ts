import type { Theme } from "@/lib/shared/theme";
import { jsonRequest, request } from "./request";
import { showEverywhere, shownTheme } from "./theme";

/**
 * Shows a theme at once, in all tabs of this browser, and has the server write pages in it from now on.
 *
 * @throws RequestError when the server did not hear of it: what was shown before is shown again
 */
export async function chooseTheme(theme: Theme): Promise<void> {
  const before = shownTheme();
  showEverywhere(theme);
  try {
    await request("/api/preferences", jsonRequest("PUT", { theme }));
  } catch (error) {
    showEverywhere(before);
    throw error;
  }
}

import type { Page } from "@playwright/test";

/**
 * Milliseconds from the start of the navigation until the composer takes keys and, where there are messages, the last one is
 * there, and in sight where `inSight` says so.
 */
export function untilUsable(
  page: Page,
  { messages, inSight }: { messages: boolean; inSight: boolean },
): Promise<number> {
  return page.evaluate(
    async (wanted) => {
      const isUsable = () => {
        const composer = document.querySelector("[aria-label=Message]");
        // React answers for an element that it has hydrated.
        const alive =
          composer && Object.keys(composer).some((name) => name.startsWith("__reactProps"));
        if (!alive) return false;
        const last = [...document.querySelectorAll("article")].at(-1);
        if (!wanted.messages || !wanted.inSight) return !wanted.messages || last !== undefined;
        const { top = Number.NaN, bottom = Number.NaN } = last?.getBoundingClientRect() ?? {};
        return bottom > 0 && top < innerHeight;
      };
      while (!isUsable()) await new Promise((resolve) => setTimeout(resolve, 5));
      return performance.now();
    },
    { messages, inSight },
  );
}

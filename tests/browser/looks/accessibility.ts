import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What the colour scheme alone decides. */
const colorRules = ["color-contrast", "link-in-text-block"];

/** What axe holds against a page, one line for each element; empty when it has nothing to say. */
export async function violations(
  page: Page,
  { colorsOnly = false }: { colorsOnly?: boolean } = {},
): Promise<string[]> {
  // There is no frame, and a page of its own for each look would cost more than the look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  // A menu is its button's, wherever it is drawn. Of dialogs axe knows that.
  if (await page.getByRole("menu").isVisible()) axe.disableRules("region");
  const found = await (colorsOnly ? axe.withRules(colorRules) : axe).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

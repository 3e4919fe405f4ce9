import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OwnServer, startServer } from "../support/own-server";
import { lookAt } from "./looks/look-at";
import {
  action,
  ask,
  connect,
  connectCard,
  expect,
  openConsent,
  signInAsGuest,
  test,
  untilAnswered,
  untilConnectionAsked,
} from "./support";

let server: OwnServer;
const dataDirectory = mkdtempSync(join(tmpdir(), "branchline-expired-"));

test.use({ baseURL: "" });
test.beforeEach(async () => {
  test.setTimeout(120_000);
  server = await startServer({ DATA_DIR: dataDirectory });
});
test.afterEach(async ({ page }) => {
  // What the page still asks for would end in errors of its own.
  await page.close();
  await server.kill();
});

/** Makes time go by for every link the server's embedded router has made. */
function expireLinks(): void {
  const file = join(dataDirectory, "sandbox", "router.json");
  const state = JSON.parse(readFileSync(file, "utf8")) as {
    accounts: { link: { issuedAt: number } }[];
  };
  for (const { link } of state.accounts) link.issuedAt -= 10 * 60_000;
  writeFileSync(file, JSON.stringify(state));
}

test("a link that was left lying is of no use, and a new one takes a click", {
  tag: "@gallery",
}, async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 410/);
  await signInAsGuest(page, server.origin);
  await ask(page, "List my repositories");
  await untilConnectionAsked(page);
  const consent = await openConsent(page);
  expireLinks();
  await consent.getByRole("button", { name: "Allow" }).click();
  await expect(consent.getByRole("main")).toContainText("expired");
  await consent.close();
  const card = connectCard(page);
  await expect(card).toHaveAttribute("data-status", "expired");
  await lookAt(page, "connect-expired");
  await card.getByRole("button", { name: "Get a new link" }).click();
  await connect(page);
  await untilAnswered(page);
  await expect(action(page, /Listed \d+ repositories/)).toBeVisible();
});

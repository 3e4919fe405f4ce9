import type { Page } from "@playwright/test";
import { administratorEmail, signInWith } from "../support/administrator";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider";
import { type OwnServer, startServer } from "../support/own-server";
import { expect, messageBox, signUp, test, untilHydrated } from "./support";

let provider: IdentityProvider;
let server: OwnServer;
test.use({ baseURL: "" });
test.beforeEach(async () => {
  test.setTimeout(120_000);
  provider = await startIdentityProvider();
  server = await startServer({ ...provider.settings, ADMIN_EMAILS: administratorEmail });
  provider.trust(server.origin);
});
test.afterEach(async ({ page }) => {
  // What the page still asks for would end in errors of its own.
  await page.close();
  await Promise.all([server.kill(), provider.close()]);
});

async function signInAsAdministrator(page: Page): Promise<void> {
  const administrator = await signInWith(provider, server.origin, administratorEmail);
  const cookies = administrator.cookies.split("; ").map((cookie) => {
    const [name = "", value = ""] = cookie.split("=");
    return { name, value, url: server.origin };
  });
  await page.context().addCookies(cookies);
}

test("an administrator finds a person, gives them a role, and shuts them out", async ({
  page,
  browser,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of (401|404)/);
  const member = await (await browser.newContext()).newPage();
  await signUp(member, server.origin);
  await signInAsAdministrator(page);

  await page.goto(server.origin);
  await page.getByRole("button", { name: "ada" }).click();
  await page.getByRole("menuitem", { name: "Administration" }).click();
  await expect(page.getByRole("heading", { name: "Administration" })).toBeVisible();
  const rows = page.locator('[data-slot="user"]');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: "(you)" }).getByRole("button")).toHaveCount(0);

  await page.getByRole("searchbox", { name: "Name or e-mail" }).fill("jane");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Make administrator: Jane Example" }).click();
  await expect(rows).toContainText("Administrator");
  await member.goto(`${server.origin}/admin`);
  await expect(member.getByRole("heading", { name: "Administration" })).toBeVisible();

  await page.getByRole("button", { name: "Disable Jane Example" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(rows).toContainText("Disabled");
  await member.goto(server.origin);
  await expect(member).toHaveURL(/\/signin/);

  await page.getByRole("link", { name: "Audit trail" }).click();
  const entries = page.locator('[data-slot="entry"]');
  await expect(entries.first()).toContainText("Disabled");
  await expect(entries).toHaveCount(3);
  await page.getByRole("link", { name: "People" }).click();

  await page.getByRole("button", { name: "Enable Jane Example" }).click();
  await expect(page.getByRole("button", { name: "Disable Jane Example" })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await member.context().close();
});

test("an administrator lays down a policy, and every page of theirs fits a phone", async ({
  page,
}) => {
  await signInAsAdministrator(page);
  await page.goto(`${server.origin}/admin/policy`);
  await untilHydrated(page.getByRole("button", { name: "Save" }));
  await page.getByRole("textbox", { name: "Denied tools" }).fill("bitbucket_delete_*");
  const all = page
    .getByRole("group", { name: "Toolkits" })
    .getByRole("checkbox", { name: "All of the installation’s" });
  await all.uncheck();
  await expect(page.getByRole("checkbox", { name: "bitbucket" })).toBeChecked();
  await page.getByRole("spinbutton", { name: "Messages a minute" }).fill("7");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("It holds from now on.");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Denied tools" })).toHaveValue(
    "BITBUCKET_DELETE_*",
  );
  await expect(page.getByRole("spinbutton", { name: "Messages a minute" })).toHaveValue("7");
  await expect(all).not.toBeChecked();

  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ["People", "Usage", "Answers under way", "Policy", "Audit trail"]) {
    await page.getByRole("link", { name: tab, exact: true }).click();
    await expect(page.getByRole("link", { name: tab, exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
});

test("a member has no such page, and no way to it", async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 404/);
  await signUp(page, server.origin);
  await page.getByRole("button", { name: "Jane Example" }).click();
  await expect(page.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Administration" })).toHaveCount(0);
  await page.goto(`${server.origin}/admin`);
  await expect(page.getByRole("heading", { name: "Administration" })).toHaveCount(0);
  await expect(messageBox(page)).toHaveCount(0);
});

import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider";
import { type OwnServer, startServer } from "../support/own-server";
import { expect, messageBox, notice, test } from "./support";

let provider: IdentityProvider;
let server: OwnServer;
test.use({ baseURL: "" });
test.beforeEach(async () => {
  test.setTimeout(120_000);
  provider = await startIdentityProvider();
  provider.people.set("jane", {
    name: "Jane Example",
    email: "jane@acme.example",
    email_verified: true,
  });
  provider.people.set("eve", {
    name: "Eve",
    email: "eve@evil.example",
    email_verified: true,
  });
  server = await startServer({ ...provider.settings, ALLOWED_EMAIL_DOMAINS: "acme.example" });
  provider.trust(server.origin);
});
test.afterEach(async ({ page }) => {
  // What the page still asks for would end in errors of its own.
  await page.close();
  await Promise.all([server.kill(), provider.close()]);
});

test("a person signs in with the provider, comes back to where they were, and is told when they are refused", async ({
  page,
}) => {
  // The provider's own pages want a font from the web.
  await page.route("https://fonts.googleapis.com/**", (route) =>
    route.fulfill({ contentType: "text/css", body: "" }),
  );
  const logInAs = async (login: string) => {
    await page.getByPlaceholder("Enter any login").fill(login);
    await page.getByPlaceholder("and password").fill("any");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
  };
  const withAcme = page.getByRole("button", { name: "Continue with Acme" });

  await page.goto(`${server.origin}/usage`);
  await withAcme.click();
  await page.getByRole("link", { name: /Cancel/ }).click();
  await expect(notice(page)).toContainText("You did not finish signing in.");
  await expect(page).toHaveURL(/next=%2Fusage/);

  await withAcme.click();
  await logInAs("eve");
  await expect(notice(page)).toContainText("does not take e-mail addresses of this domain");

  await page.context().clearCookies();
  await page.reload();
  await withAcme.focus();
  await page.keyboard.press("Enter");
  await logInAs("jane");
  await expect(page).toHaveURL(`${server.origin}/usage`);

  await page.goto(`${server.origin}/settings`);
  await expect(page.getByText("jane@acme.example")).toBeVisible();
  await page.getByRole("button", { name: "Delete account" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.getByLabel("Password")).toHaveCount(0);
  await page.keyboard.press("Escape");

  await page.goto(server.origin);
  await expect(messageBox(page)).toBeVisible();
  await page.getByRole("button", { name: "Jane Example" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(withAcme).toBeVisible();
});

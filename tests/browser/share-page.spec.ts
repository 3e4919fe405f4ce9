import { reportRow } from "../security/report";
import { connectSilently, send } from "./api";
import { previewByApi, scriptsIn, shareByApi, visit } from "./sharing";
import {
  action,
  ask,
  chatPath,
  expect,
  messageBox,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

/** Bytes of script a shared page may have, gzipped, are 30,000. It has none. */
const scriptLimit = 0;

const combinations = Array.from({ length: 64 }, (_, bits) => ({
  answers: (bits & 1) !== 0,
  cards: (bits & 2) !== 0,
  sent: (bits & 4) !== 0,
  results: (bits & 8) !== 0,
  accounts: (bits & 16) !== 0,
  reasoning: (bits & 32) !== 0,
}));

test.describe("a shared page", () => {
  test.beforeEach(async ({ page, consoleErrors }) => {
    consoleErrors.allow(/status of 404/);
    await signInAsGuest(page);
    await connectSilently(page);
    await ask(page, "Show the open pull requests in acme/api");
    await untilAnswered(page);
    await chatPath(page);
  });

  test("is the preview byte for byte, whatever was ticked, and no script is in it", async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const path = await chatPath(page);
    let cases = 0;
    let different = 0;
    for (const choices of combinations) {
      for (const audience of ["me", "signed-in", "link"]) {
        const image = audience === "link" && choices.reasoning;
        const { html, digest } = await previewByApi(page, path, { choices, image });
        const nothing = !choices.answers && !choices.cards && !choices.sent && !choices.results;
        if (nothing) continue;
        const made = await shareByApi(page, path, { choices, audience, digest, image });
        const shown = await (await page.request.get(made.path)).body();
        cases += 1;
        if (!shown.equals(Buffer.from(html))) different += 1;
        expect(scriptsIn(html)).toEqual({ tags: 0, bytes: scriptLimit });
        const asked = await send(page, "DELETE", `/api/shares/${made.id}`);
        expect(asked.status()).toBe(204);
        expect((await page.request.get(made.path)).status()).toBe(404);
        if (image) expect((await page.request.get(`/share/image/${digest}`)).status()).toBe(404);
      }
    }
    reportRow({ row: 14, title: "Previews that are not the page", cases, gotThrough: different });
    expect(different).toBe(0);
    expect(cases).toBe(180);
  });

  for (const { name, ...options } of [
    { name: "without a script, on a wide window", javaScriptEnabled: false },
    {
      name: "without a script, on a phone in the dark",
      javaScriptEnabled: false,
      colorScheme: "dark" as const,
      viewport: { width: 390, height: 844 },
    },
    { name: "with a script, on a phone", viewport: { width: 390, height: 844 } },
  ]) {
    test(`is read whole ${name}, and asks nobody else`, async ({ page, browser, baseURL }) => {
      const { path } = await shareByApi(page, await chatPath(page), {});
      const visitor = await visit(browser, "about:blank", options);
      const hosts = new Set<string>();
      const kinds = new Set<string>();
      visitor.page.on("request", (request) => {
        hosts.add(new URL(request.url()).origin);
        kinds.add(request.resourceType());
      });
      await visitor.page.goto(`${baseURL}${path}`);
      const row = action(visitor.page, /Listed 12 pull requests/);
      await expect(row.getByRole("listitem").first()).toBeVisible();
      await expect(row.getByText("#11", { exact: false }).first()).toBeVisible();
      await row.locator("summary").first().click();
      await expect(row.getByRole("listitem").first()).toBeHidden();
      const sizes = await visitor.page
        .locator("html")
        .evaluate((root) => [root.scrollWidth, root.clientWidth]);
      expect(sizes[0]).toBe(sizes[1]);
      expect([...hosts]).toEqual([baseURL]);
      expect([...kinds]).not.toContain("script");
      await visitor.page.context().close();
    });
  }

  test("for people who are signed in lets them in after they have, and they go on with it", async ({
    page,
    browser,
    baseURL,
  }) => {
    const { path, id } = await shareByApi(page, await chatPath(page), { audience: "signed-in" });
    const { page: stranger, status } = await visit(browser, `${baseURL}${path}`);
    expect(status).toBe(404);
    await stranger.getByRole("link", { name: "Sign in" }).click();
    await stranger.getByRole("button", { name: "Continue as guest" }).click();
    await stranger.waitForURL(`${baseURL}${path}`);
    await expect(action(stranger, /Listed 12 pull requests/)).toBeVisible();

    await stranger.getByRole("link", { name: "Continue in my account" }).click();
    await expect(stranger.getByRole("heading", { name: "Continue in your account" })).toBeVisible();
    await stranger.getByRole("button", { name: "Continue here" }).click();
    await stranger.waitForURL(/\/chat\/[\w-]+$/);
    await expect(messageBox(stranger)).toBeVisible();
    await expect(stranger.getByText("Yours begins here.")).toBeVisible();
    await expect(action(stranger, /Listed 12 pull requests/)).toBeVisible();

    await send(page, "PATCH", `/api/shares/${id}`, { copy: {} });
    await stranger.goto(`${baseURL}${path}?continue=1`);
    await expect(stranger.getByRole("heading", { name: "The copy has changed" })).toBeVisible();
    await stranger.context().close();
  });

  test("is the same 404 for every address there is none at", async ({ page, browser, baseURL }) => {
    const chat = await chatPath(page);
    const made = await shareByApi(page, chat, {});
    const own = await shareByApi(page, chat, { audience: "me" });
    await send(page, "DELETE", `/api/shares/${made.id}`);
    const { page: stranger } = await visit(browser, "about:blank");
    const answers = new Set<string>();
    const paths = [made.path, own.path, "/share/x", `/share/${"A".repeat(22)}`, "/share/%00"];
    for (const path of paths) {
      const response = await stranger.request.get(`${baseURL}${path}`);
      const { date: _date, "x-request-id": _request, ...headers } = response.headers();
      answers.add(JSON.stringify([response.status(), headers, await response.text()]));
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toMatch(/^\[404,/);
    await stranger.context().close();
  });
});

import { type HttpServer, startHttpServer } from "../support/http-server";
import { type OwnServer, startServer } from "../support/own-server";
import { lookAt } from "./looks/look-at";
import {
  answers,
  ask,
  chatPath,
  expect,
  notice,
  signUp,
  test,
  untilAnswered,
  untilHydrated,
} from "./support";

// Not one of these is a router or a model. The address of the second refuses every connection.
const nowhere = "http://127.0.0.1:9";

type Fault = { name: string; settings: (page: string, own: string) => Record<string, string> };
const router = (address: string) => ({ COMPOSIO_API_KEY: "wrong", COMPOSIO_BASE_URL: address });
const model = (address: string) => ({ OPENAI_API_KEY: "wrong", OPENAI_BASE_URL: address });

const faults: (Fault & { says: RegExp })[] = [
  {
    name: "a router that is a web page",
    settings: (page) => router(page),
    says: /COMPOSIO_BASE_URL/,
  },
  {
    name: "a router that is not there",
    settings: () => router(nowhere),
    says: /COMPOSIO_BASE_URL/,
  },
  {
    name: "a router that refuses the key",
    settings: (_page, own) => router(`${own}/sandbox/composio`),
    says: /COMPOSIO_API_KEY/,
  },
  { name: "a model that is a web page", settings: (page) => model(page), says: /OPENAI_BASE_URL/ },
  { name: "a model that is not there", settings: () => model(nowhere), says: /OPENAI_BASE_URL/ },
  {
    name: "a model that refuses the key",
    settings: (_page, own) => model(`${own}/sandbox/openai/v1`),
    says: /OPENAI_API_KEY/,
  },
];

/** The one that the documentation shows. */
const pictured = "a router that is not there";

let webPage: HttpServer;
let server: OwnServer | undefined;
test.beforeAll(async () => {
  const html = "<!doctype html><title>Welcome</title><h1>It works!</h1>";
  const headers = { "content-type": "text/html" };
  webPage = await startHttpServer(() => new Response(html, { headers }));
});
test.afterEach(async ({ page }) => {
  // What the page still asks for would end in errors of its own.
  await page.close();
  await server?.kill();
});
test.afterAll(() => webPage.close());

for (const { name, settings, says } of faults) {
  test(`${name}: the answer says what to do, and the chat goes on`, {
    tag: pictured === name ? "@gallery" : [],
  }, async ({ page, baseURL, consoleErrors }) => {
    // The composer asks as which account the chat acts.
    consoleErrors.allow(/502 .*\/api\/connections\?/);
    test.setTimeout(120_000);
    server = await startServer(settings(webPage.origin, baseURL ?? ""));
    await signUp(page, server.origin);
    await ask(page, "List my repositories");
    await untilAnswered(page);
    await expect(notice(page)).toContainText(says);
    const path = await chatPath(page);
    if (name === pictured) await lookAt(page, "failed");

    await page.reload();
    await expect(page.getByRole("article", { name: "You" })).toHaveText("List my repositories");
    await expect(notice(page)).toContainText(says);
    const tryAgain = page.getByRole("button", { name: "Try again" });
    await untilHydrated(tryAgain);
    await tryAgain.click();
    await expect(page.getByText("2 of 2")).toBeVisible();
    await untilAnswered(page);
    await expect(answers(page)).toHaveCount(1);
    await expect(notice(page).last()).toContainText(says);
    expect(await chatPath(page)).toBe(path);
  });
}

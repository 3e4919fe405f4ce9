import { expect, test } from "@playwright/test";
import { z } from "zod";
import { send } from "../browser/api";
import { signUp } from "../browser/support";
import { FakeWire } from "../support/fake-wire";
import { startHostedServer } from "./support/hosted-server";

test("a form that may only lead to ourselves leads on to the provider, and tells it nothing", async ({
  page,
}) => {
  const wire = await FakeWire.start();
  const referrers: (string | null)[] = [];
  wire.begin({
    router: (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith("/link")) {
        const link = {
          link_token: "x",
          redirect_url: `${wire.origin}/one`,
          connected_account_id: "ca_1",
        };
        return Response.json(link, { status: 201 });
      }
      if (pathname === "/one") return Response.redirect(`${wire.origin}/two`, 302);
      if (pathname !== "/two") return undefined;
      referrers.push(request.headers.get("referer"));
      return new Response("<h1>Sign in</h1>", { headers: { "content-type": "text/html" } });
    },
  });
  const server = await startHostedServer(wire.origin);
  await signUp(page, server.origin);
  const attempt = await send(page, "POST", "/api/connections", { toolkit: "bitbucket" });
  const { path } = z.object({ path: z.string() }).parse(await attempt.json());
  await page.goto(`${server.origin}${path}`);
  await page.getByRole("button", { name: "Continue to Bitbucket" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(page.url()).toBe(`${wire.origin}/two`);
  expect(referrers).toEqual([null]);
  await server.kill();
  await wire.close();
});

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRouter, type TestRouter } from "../testing/harness";

let router: TestRouter;
beforeAll(async () => {
  router = await startRouter();
});
afterAll(() => router[Symbol.asyncDispose]());

async function link(callbackUrl?: string) {
  const session = await router.composio().create("visitor", { toolkits: ["bitbucket"] });
  const request = await session.authorize("bitbucket", callbackUrl ? { callbackUrl } : {});
  return { id: request.id, url: request.redirectUrl ?? "" };
}

const allow = { decision: "allow", identity: "jane-acme" };

describe("the page", () => {
  it("asks plainly, with everything escaped", async () => {
    const { url } = await link("http://localhost:3000/cb");
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain("made-up Bitbucket");
    expect(page).toContain("Read &lt;everything&gt;");
    expect(page).toContain("Repositories &amp; pull requests");
    expect(page).toContain("Jane &quot;JD&quot; Doe");
    expect(page).toContain("localhost:3000");
    expect(page.match(/type="radio"/g)).toHaveLength(2);
    expect(page).not.toMatch(/<script|onclick|https?:\/\//);
  });

  it("locks itself down, except for the way back", async () => {
    const { url } = await link("https://chat.example.com/back?state=1");
    const { headers } = await fetch(url);
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self' https:\/\/chat\.example\.com; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    const local = await fetch((await link("http://[::1]:3000/back")).url);
    expect(local.headers.get("content-security-policy")).toContain("form-action 'self' http:;");
  });

  it("needs no key, changes nothing by being looked at, and works once", async () => {
    const { id, url } = await link("http://localhost:3000/cb");
    await fetch(url);
    expect((await router.composio().connectedAccounts.get(id)).status).toBe("INITIATED");
    const [first, second] = await Promise.all([
      router.decide(url, allow),
      router.decide(url, { decision: "deny" }),
    ]);
    expect([first.status, second.status].sort()).toEqual([303, 410]);
    const used = await fetch(url);
    expect(used.status).toBe(410);
    expect(await used.text()).toContain("This link has been used");
  });

  it("says how it ended where there is no way back", async () => {
    const allowed = await router.decide((await link()).url, allow);
    expect(allowed.status).toBe(200);
    expect(await allowed.text()).toContain("Bitbucket is connected");
    const denied = await router.decide((await link()).url, { decision: "deny" });
    expect(await denied.text()).toContain("Access was denied");
  });

  it("asks again after an answer that is none, without using up the link", async () => {
    const { url } = await link();
    for (const fields of [
      { decision: "allow" },
      { decision: "allow", identity: "root" },
      { decision: "x" },
    ]) {
      const answer = await router.decide(url, fields as Record<string, string>);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('role="alert"');
    }
    expect((await router.decide(url, { ...allow, padding: "x".repeat(20_000) })).status).toBe(413);
    expect((await router.decide(url, allow)).status).toBe(200);
  });

  it("answers 404 to a link nobody made", async () => {
    for (const method of ["GET", "POST"]) {
      const answer = await fetch(`${router.baseURL}/consent/lk_000000000000000000000000`, {
        method,
      });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("This link does not exist");
    }
  });

  it("leads back from an expired link", async () => {
    const { id, url } = await link("http://localhost:3000/cb?state=1");
    router.advance(10 * 60_000);
    const answer = await fetch(url);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain(
      `href="http://localhost:3000/cb?state=1&amp;status=failed&amp;connected_account_id=${id}"`,
    );
  });

  it("keeps the callback's own query byte for byte", async () => {
    const { id, url } = await link("http://localhost:3000/cb?q=a%20b+c&empty=#end");
    const back = await router.decide(url, allow);
    expect(back.headers.get("location")).toBe(
      `http://localhost:3000/cb?q=a%20b+c&empty=&status=success&connected_account_id=${id}#end`,
    );
  });
});

it("stores no link token, and names a broken state file", async () => {
  const { url } = await link();
  const file = join(router.directory, "router.json");
  const content = await readFile(file, "utf8");
  expect(content).not.toContain(url.split("/").at(-1));
  await writeFile(file, "broken");
  const answer = await router.rest("GET", "connected_accounts");
  expect(answer.status).toBe(500);
  expect((await answer.json()).error).toMatchObject({
    code: 4340,
    message: expect.stringContaining(file),
  });
  await writeFile(file, content);
  expect((await router.rest("GET", "connected_accounts")).status).toBe(200);
});

import { randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { send } from "../browser/api";
import { ask, chatPath, signInAsGuest, untilAnswered } from "../browser/support";
import { reportRow } from "./report";

type Method = "POST" | "PUT" | "PATCH" | "DELETE";
const methods: readonly Method[] = ["POST", "PUT", "PATCH", "DELETE"];
type Route = { path: string; methods: Method[]; gets: boolean };

/** Every route handler of the app, as the folders have them. The embedded services below /sandbox ask for a key of their own. */
function routes(): Route[] {
  return globSync("app/**/route.ts", { exclude: ["app/sandbox/**"] }).map((file) => {
    const source = readFileSync(file, "utf8");
    const exported = (method: string) =>
      new RegExp(`export (const|async function|function) (\\{[^}]*)?\\b${method}\\b`).test(source);
    const path = file
      .replace(/^app/, "")
      .replace(/\/route\.ts$/, "")
      .replace(/\/\([^)]*\)/g, "");
    return { path, methods: methods.filter(exported), gets: exported("GET") };
  });
}

type Belongings = { chat: string; share: string; attempt: string };

/** One of everything, so that a change that got through would show. */
async function own(page: Page): Promise<Belongings> {
  await signInAsGuest(page);
  await ask(page, "help");
  await untilAnswered(page);
  const chat = (await chatPath(page)).replace("/chat/", "");
  const shared = await send(page, "POST", `/api/chats/${chat}/shares`, {});
  const share = z.object({ id: z.string() }).parse(await shared.json()).id;
  const opened = await send(page, "POST", "/api/connections", { toolkit: "bitbucket" });
  const attempt = z.object({ path: z.string() }).parse(await opened.json()).path;
  return { chat, share, attempt: attempt.replace("/connect/", "") };
}

const fill = (path: string, { chat, share, attempt }: Belongings) =>
  path
    .replace("[chatId]", chat)
    .replace("[shareId]", share)
    .replace(/\[attempt(Id)?\]/, attempt)
    .replace(/\[[^\]]+\]/, randomUUID());

/** All that belongs to this person, as the server has it. */
async function everything(page: Page, origin: string, { chat }: Belongings): Promise<string> {
  const parts = [
    "/api/chats",
    `/api/chats/${chat}`,
    "/api/shares",
    "/api/connections",
    "/api/actions",
    "/api/permissions",
  ];
  const answers = parts.map(async (path) => {
    const response = await page.request.get(`${origin}${path}`);
    return `${path} ${response.status()} ${await response.text()}`;
  });
  return (await Promise.all(answers)).join("\n");
}

/** For services, which sign what they send: who has no secret to sign with is refused whatever its origin. */
const signed = new Set(["/api/composio/webhook"]);

type Forgery = { name: string; headers: Record<string, string>; body: string };
const json = { "content-type": "application/json" };

/** What another site could make a browser send. Bodies would be taken, were they sent by us. */
function forgeries(origin: string): Forgery[] {
  const { port } = new URL(origin);
  const body = JSON.stringify({
    id: randomUUID(),
    text: "forged",
    title: "forged",
    action: "decline",
    toolkit: "bitbucket",
  });
  const from = (name: string, headers: Record<string, string>): Forgery => ({
    name,
    body,
    headers: { ...json, ...headers },
  });
  return [
    from("no origin", {}),
    from("origin null", { origin: "null" }),
    from("another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }),
    from("a sibling", {
      origin: `http://sibling.localhost:${port}`,
      "sec-fetch-site": "same-site",
    }),
    from("another port", {
      origin: `http://localhost:${Number(port) + 1}`,
      "sec-fetch-site": "same-site",
    }),
    from("a host that begins like ours", { origin: `${origin}.evil.example` }),
    from("ours with a path", { origin: `https://evil.example/${origin}` }),
    from("ours, from another site", { origin, "sec-fetch-site": "cross-site" }),
    from("ours, from a sibling", { origin, "sec-fetch-site": "same-site" }),
    from("a forwarded host", {
      origin: "https://evil.example",
      "x-forwarded-host": "evil.example",
    }),
    {
      name: "text",
      headers: { origin: "https://evil.example", "content-type": "text/plain" },
      body,
    },
    {
      name: "a form",
      headers: {
        origin: "https://evil.example",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "text=forged",
    },
    {
      name: "a file form",
      headers: {
        origin: "https://evil.example",
        "content-type": "multipart/form-data; boundary=x",
      },
      body: "--x--",
    },
    {
      name: "a preflight's method in a header",
      headers: { origin: "https://evil.example", "x-http-method-override": "DELETE" },
      body,
    },
  ];
}

async function attempted(
  client: APIRequestContext,
  address: string,
  method: Method,
  { headers, body }: Forgery,
) {
  const response = await client.fetch(address, { method, headers, data: body, maxRedirects: 0 });
  return response.status();
}

test("no other site changes anything: neither by its origin nor by how it says things", async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const belongings = await own(page);
  const before = await everything(page, origin, belongings);
  const found = routes();
  const through: string[] = [];
  let cases = 0;
  for (const route of found)
    for (const method of methods) {
      const address = `${origin}${fill(route.path, belongings)}`;
      const refused = [403, 415];
      if (!route.methods.includes(method)) refused.push(405);
      if (signed.has(route.path)) refused.push(401, 404);
      const tried = forgeries(origin).map(async (forgery) => {
        const status = await attempted(page.request, address, method, forgery);
        if (!refused.includes(status))
          through.push(`${method} ${route.path}, ${forgery.name}: ${status}`);
      });
      cases += tried.length;
      await Promise.all(tried);
    }
  const after = await everything(page, origin, belongings);
  reportRow({ row: 17, title: "Requests of other sites", cases, gotThrough: through.length });
  expect(found.flatMap((route) => route.methods).length).toBeGreaterThanOrEqual(10);
  expect(through).toEqual([]);
  expect(after).toBe(before);
});

test("what our own pages send is JSON or nothing", async ({ page, baseURL }) => {
  const origin = baseURL ?? "";
  const belongings = await own(page);
  const before = await everything(page, origin, belongings);
  const path = `${origin}/api/chats/${belongings.chat}`;
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
  ]) {
    const forgery = {
      name: type,
      headers: { origin, "content-type": type },
      body: '{"title":"forged"}',
    };
    expect(await attempted(page.request, path, "PATCH", forgery)).toBe(415);
  }
  expect(await everything(page, origin, belongings)).toBe(before);
});

test("to look at something changes nothing", async ({ page, baseURL }) => {
  const origin = baseURL ?? "";
  const belongings = await own(page);
  const pages = globSync("app/**/page.tsx").map((file) =>
    file
      .replace(/^app/, "")
      .replace(/\/page\.tsx$/, "")
      .replace(/\/\([^)]*\)/g, ""),
  );
  const before = await everything(page, origin, belongings);
  const addresses = [...routes().map(({ path }) => path), ...pages];
  for (const path of addresses) {
    // An event stream ends when the chat does; this one has.
    await page.request.get(`${origin}${fill(path, belongings)}`, { maxRedirects: 0 });
    await page.request.head(`${origin}${fill(path, belongings)}`, { maxRedirects: 0 });
  }
  const after = await everything(page, origin, belongings);
  reportRow({
    row: 17,
    title: "Changes by a GET",
    cases: addresses.length * 2,
    gotThrough: after === before ? 0 : 1,
  });
  expect(after).toBe(before);
});

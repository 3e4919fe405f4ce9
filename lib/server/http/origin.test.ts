import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { configure, installForTests } from "@/tests/support/installation";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";
import { readJson } from "./body.ts";
import { publicOrigin } from "./origin.ts";
import { publicHandler } from "./public-handler.ts";

installForTests();
beforeAll(() => configure({ APP_URL: "https://branchline.example/" }));

let handled = 0;
const route = publicHandler(async ({ request }) => {
  handled += 1;
  if (request.method !== "GET") await readJson(request, z.object({}));
  return new Response("done");
});

function send(method: string, headers: Record<string, string>) {
  const request = new Request("http://localhost:3000/api/chats", {
    method,
    headers: { host: "localhost:3000", ...headers },
    ...(method === "GET" ? {} : { body: "{}" }),
  });
  return route(request, { params: Promise.resolve({}) });
}

const json = { "content-type": "application/json" };

describe("a request that changes something", () => {
  test.each(["http://localhost:3000", "https://branchline.example"])("from %s", async (origin) => {
    expect((await send("POST", { origin, ...json })).status).toBe(200);
  });

  test.each([
    undefined,
    "null",
    "",
    "http://evil.example",
    "http://localhost:3001",
    "http://localhost:3000.evil.example",
    "https://sub.branchline.example",
    "http://branchline.example",
    "localhost:3000",
  ])("is refused from %s before it is looked at", async (origin) => {
    for (const method of ["POST", "PATCH", "DELETE", "PUT"]) {
      const before = handled;
      const answer = await send(method, { ...json, ...(origin === undefined ? {} : { origin }) });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: "forbidden_origin" } });
      expect(handled).toBe(before);
    }
  });

  test.each([
    ["same-origin", 200],
    ["none", 200],
    ["same-site", 403],
    ["cross-site", 403],
    ["", 403],
  ])("whose browser says that it comes from %s", async (site, status) => {
    const answer = await send("POST", {
      origin: "http://localhost:3000",
      "sec-fetch-site": site,
      ...json,
    });
    expect(answer.status).toBe(status);
  });

  test("is refused as text/plain", async () => {
    const origin = "http://localhost:3000";
    expect((await send("POST", { origin, "content-type": "text/plain" })).status).toBe(415);
  });
});

test("a request that only reads needs no origin", async () => {
  expect((await send("GET", {})).status).toBe(200);
});

describe("errors", () => {
  const failing = (error: unknown) =>
    publicHandler(async () => {
      throw error;
    })(new Request("http://localhost:3000/"), { params: Promise.resolve({}) });

  test("of ours are shown as they are and never cached", async () => {
    const answer = await failing(new BranchlineError("not_found", say("missing", "chat")));
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toMatchObject({ error: { message: "There is no such chat." } });
  });

  test.each([new Error("select secret"), "secret", undefined, { secret: 1 }])(
    "of other kinds are logged, not shown",
    async (error) => {
      const logged = vi.spyOn(console, "error").mockImplementation(() => {});
      const answer = await failing(error);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain("secret");
      expect(logged).toHaveBeenCalledOnce();
      logged.mockRestore();
    },
  );
});

test("the configured address is the one people are sent back to", () => {
  const request = new Request("http://localhost:3000/", { headers: { host: "evil.example" } });
  expect(publicOrigin(request)).toBe("https://branchline.example");
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dispatch, FakeWire } from "../support/fake-wire";
import { type HttpServer, startHttpServer } from "../support/http-server";
import { listedTool } from "../support/mcp-endpoint";
import type { ModelStep } from "../support/model-stream";
import { authSecret } from "../support/server-settings";
import { clientFields } from "./egress.fields";
import { startWatchedServer, type WatchedServer } from "./egress.server";
import { reportRow } from "./report";
import { addressesAt } from "./support/addresses";
import { Member, yes } from "./support/member";
import { Visitor } from "./visitor";

const modelHost = "model.provider.example";
const portOf = (origin: string) => Number(new URL(origin).port);

let sink: HttpServer;
let wire: FakeWire;
let server: WatchedServer;
let member: Member;
let addresses: string[] = [];
let cases = 0;
const strayed = new Set<string>();

/** Everywhere the server went that is not configured, and everything that arrived where nobody should come. */
function strays(): string[] {
  const wirePort = portOf(wire.origin);
  const ownPort = portOf(server.origin);
  const allowed = new Set([
    `${modelHost}:${wirePort}`,
    `127.0.0.1:${wirePort}`,
    `127.0.0.1:${ownPort}`,
    `localhost:${ownPort}`,
  ]);
  const { connected, lookedUp } = server.destinations();
  const found = [
    ...sink.requests.map((request) => `arrived: ${request}`),
    ...[...connected].filter((destination) => !allowed.has(destination)),
    ...[...lookedUp].filter((name) => name !== modelHost),
  ];
  for (const one of found) strayed.add(one);
  return found;
}

beforeAll(async () => {
  sink = await startHttpServer(() => new Response("You should not be here."));
  addresses = addressesAt(portOf(sink.origin));
  wire = await FakeWire.start();
  server = await startWatchedServer({
    AUTH_SECRET: authSecret,
    OPENAI_API_KEY: "sk-egress-0123456789",
    OPENAI_BASE_URL: `http://${modelHost}:${portOf(wire.origin)}/v1`,
    COMPOSIO_API_KEY: "ak_egress_0123456789",
    COMPOSIO_BASE_URL: wire.origin,
    MODEL_RETRY_DELAY_MS: "1",
  });
  member = await Member.join(new Visitor(server.origin));
  await member.beginConnecting();
  const [account] = wire.accounts;
  if (!account?.callbackUrl) throw new Error("No link was made.");
  account.status = "ACTIVE";
  await member.comeBack(account.callbackUrl);
});
afterAll(async () => {
  const title = "Addresses of clients and tools fetched, hosts that are not configured";
  reportRow({ row: 18, title, cases, gotThrough: strayed.size });
  await server?.kill();
  await wire?.close();
  await sink?.close();
});

/** Plays these steps as the model, and answers what is asked. */
function converse(text: string, steps: readonly ModelStep[], questions = 0): Promise<string> {
  const left = [...steps];
  wire.script.model = () => left.shift() ?? { text: "Done." };
  const question = { actions: 1, answer: () => yes };
  return member.ask(text, Array(questions).fill(question));
}

test("the watch sees what a process asks for, and the sink what arrives", async () => {
  const [name] = ["elsewhere.example"];
  const code = `fetch("http://${name}:${portOf(sink.origin)}/control").then((answer) => answer.text())`;
  const file = join(mkdtempSync(join(tmpdir(), "branchline-watch-")), "network.jsonl");
  const watch = pathToFileURL("tests/security/support/watch-network.ts").href;
  const child = spawn("node", [`--import=${watch}`, "--eval", code], {
    env: { ...process.env, WATCH_NETWORK_FILE: file },
    stdio: ["ignore", "ignore", "pipe"],
  });
  await once(child, "exit");
  expect(sink.requests.splice(0)).toEqual(["GET /control"]);
});

test("an ordinary day goes to the configured hosts alone", async () => {
  wire.begin({ execute: () => ({ data: { name: "main" } }) });
  const branch = { workspace: "acme", repo_slug: "api", name: "one" };
  const chatId = await converse(
    "Make a branch",
    [
      { calls: [dispatch(["BITBUCKET_LIST_BRANCHES", { workspace: "acme", repo_slug: "api" }])] },
      { calls: [dispatch(["BITBUCKET_CREATE_BRANCH", branch])] },
    ],
    1,
  );
  expect(wire.sent).toHaveLength(2);
  const { path } = (await (
    await member.visitor.post(`/api/chats/${chatId}/shares`, {})
  ).json()) as {
    path: string;
  };
  for (const page of [
    "/",
    "/connections",
    "/archived",
    "/permissions",
    "/tools",
    "/audit",
    `/chat/${chatId}`,
    path,
    "/api/connections",
  ])
    expect((await member.visitor.fetch(page)).status, page).toBe(200);
  await member.visitor.send("DELETE", `/api/chats/${chatId}`);
  const { connected, lookedUp } = server.destinations();
  expect(lookedUp).toEqual(new Set([modelHost]));
  expect(connected.has(`${modelHost}:${portOf(wire.origin)}`)).toBe(true);
  cases += connected.size;
  expect(strays()).toEqual([]);
});

test("no text of a client is fetched", { timeout: 120_000 }, async () => {
  const chatId = await converse("Hello", []);
  for (const { name, fill } of clientFields(server.origin, member, chatId)) {
    for (let index = 0; index < addresses.length; index += 8) {
      const some = addresses.slice(index, index + 8);
      const statuses = await Promise.all(some.map(fill));
      expect(Math.max(...statuses), name).toBeLessThan(500);
    }
    cases += addresses.length;
    expect(strays(), name).toEqual([]);
  }
});

describe("no text of a model or a tool is fetched", () => {
  const data = () => ({
    url: addresses,
    values: addresses.map((href) => ({ links: { html: { href }, avatar: { href } }, next: href })),
    redirect_url: addresses[0],
    image: { type: "image_url", image_url: addresses[0] },
  });
  // The dispatcher takes 50 at once.
  const some = () => addresses.slice(0, 50);
  const read = () =>
    dispatch(...some().map((path) => ["BITBUCKET_BROWSE", { path }] as [string, { path: string }]));

  const carriers: [name: string, carry: () => Promise<unknown>][] = [
    ["a message", () => converse(addresses.join("\n"), [])],
    ["an answer", () => converse("Hello", [{ text: addresses.join("\n\n") }])],
    [
      "a thought",
      () => converse("Hello", [{ thought: { summary: addresses.join("\n") }, text: "Yes." }]),
    ],
    [
      "arguments and results",
      () => {
        wire.script.execute = () => ({ data: data() });
        const call = ["BITBUCKET_GET_BRANCH", { name: addresses }] as [string, { name: string[] }];
        return converse("Look", [{ calls: [dispatch(call)] }]);
      },
    ],
    [
      "an error",
      () => {
        wire.script.execute = () => ({
          error: addresses.join("\n"),
          data: { http_error: addresses },
        });
        return converse("Look", [
          { calls: [dispatch(["BITBUCKET_GET_BRANCH", { name: "main" }])] },
        ]);
      },
    ],
    [
      "the reason of a no",
      async () => {
        const left: ModelStep[] = [{ calls: [read()] }];
        wire.script.model = () => left.shift() ?? { text: "Done." };
        const reason = addresses.join(" ").slice(0, 2_000);
        const actions = some().length;
        await member.ask("Look", [{ actions, answer: () => ({ decision: "deny", reason }) }]);
      },
    ],
    [
      "descriptions and schemas",
      () => {
        wire.script.tools = addresses.map((address, index) =>
          listedTool(`COMPOSIO_SEARCH_TOOLS_${index}`, {
            description: address,
            icons: [{ src: address }],
            inputSchema: { $schema: address, $id: address, $ref: address, type: "object" },
          }),
        );
        return converse("Hello", []);
      },
    ],
    [
      "accounts",
      async () => {
        wire.script.router = (request) =>
          request.url.includes("connected_accounts")
            ? Response.json({
                items: addresses.map((alias, index) => ({
                  id: `ca_${index}`,
                  alias,
                  status: "ACTIVE",
                  toolkit: { slug: "bitbucket", logo: alias },
                  state: { val: { base_url: alias, authUri: alias } },
                })),
              })
            : undefined;
        await member.visitor.fetch("/api/connections");
      },
    ],
  ];

  test.for(carriers)("%s", async ([name, carry]) => {
    wire.begin({});
    await carry();
    cases += addresses.length;
    expect(strays(), name).toEqual([]);
  });
});

describe("no service leads anywhere else", () => {
  const statuses = [301, 302, 303, 307, 308];
  const away = (status: number) =>
    new Response(null, { status, headers: { location: `${sink.origin}/redirected` } });
  const challenge = () => {
    const metadata = `Bearer resource_metadata="${sink.origin}/.well-known/oauth-protected-resource"`;
    return new Response(null, { status: 401, headers: { "www-authenticate": metadata } });
  };
  const look = () => converse("Look", [{ calls: [dispatch(["BITBUCKET_GET_BRANCH", {}])] }]);

  const ways: [name: string, answer: () => Response][] = [
    ...statuses.map((status): [string, () => Response] => [`${status}`, () => away(status)]),
    ["a challenge that names another host", challenge],
  ];

  test.for(ways)("%s", async ([name, answer]) => {
    wire.begin({ router: answer });
    await member.visitor.fetch("/api/connections");
    await member.visitor.post("/api/connections", { toolkit: "bitbucket" });
    await look();
    expect(strays(), `the router's API: ${name}`).toEqual([]);

    wire.begin({ answerCall: answer });
    await look();
    expect(strays(), `the router's tools: ${name}`).toEqual([]);

    wire.begin({ model: answer });
    await member.ask("Hello");
    expect(strays(), `the model: ${name}`).toEqual([]);
    cases += 3;
  });

  test("an endpoint on another host", async () => {
    for (const url of addresses.filter((address) => URL.canParse(address)).slice(0, 10)) {
      const somebody = await Member.join(new Visitor(server.origin));
      wire.begin({
        router: (request) =>
          request.method === "POST" && request.url.endsWith("/session")
            ? Response.json(
                { session_id: "trs_away", mcp: { type: "http", url }, config: { user_id: "x" } },
                { status: 201 },
              )
            : undefined,
      });
      await somebody.ask("Hello");
      cases += 1;
      expect(strays(), url).toEqual([]);
    }
  });
});

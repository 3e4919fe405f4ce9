import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postAnswer } from "./post-answer";

const notFound = { code: "not_found", message: "This question is gone.", hint: "Reload the page." };

const answers: Record<string, { status: number; body: string }> = {
  "/accepted": { status: 200, body: "{}" },
  "/answered": { status: 409, body: JSON.stringify({ error: { code: "decided", message: "x" } }) },
  "/missing": { status: 404, body: JSON.stringify({ error: notFound }) },
  "/page": { status: 502, body: "<html>Bad gateway</html>" },
};

let server: Server;
let base: string;
const received: { method: string | undefined; type: string | undefined; body: string }[] = [];

beforeAll(async () => {
  server = createServer(async (request: IncomingMessage, response) => {
    const type = request.headers["content-type"];
    received.push({ method: request.method, type, body: await text(request) });
    const answer = answers[request.url ?? ""] ?? { status: 500, body: "" };
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

describe("postAnswer", () => {
  it("posts JSON", async () => {
    expect(await postAnswer(`${base}/accepted`, { decision: "deny" })).toEqual({
      status: "accepted",
      body: {},
    });
    expect(received.at(-1)).toEqual({
      method: "POST",
      type: "application/json",
      body: '{"decision":"deny"}',
    });
  });

  it("knows an answer that came too late", async () => {
    expect(await postAnswer(`${base}/answered`, {})).toEqual({ status: "answered" });
  });

  it("passes the server's error on", async () => {
    expect(await postAnswer(`${base}/missing`, {})).toEqual({ status: "refused", error: notFound });
  });

  it("has words for a body that is no error of ours", async () => {
    const outcome = await postAnswer(`${base}/page`, {});
    expect(outcome).toMatchObject({ status: "refused", error: { code: "unreadable_answer" } });
  });

  it("has words for a server that cannot be reached", async () => {
    const outcome = await postAnswer("http://127.0.0.1:1/", {});
    expect(outcome).toMatchObject({ status: "refused", error: { code: "unreachable" } });
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type HttpServer, startHttpServer } from "../support/http-server";
import { requestOf } from "./exchange";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy";

const served: string[] = [];
let server: HttpServer;
let proxy: TcpProxy;

beforeAll(async () => {
  server = await startHttpServer(async (request) => {
    const body = await request.text();
    served.push(body);
    return new Response(`You said ${body}.`);
  });
  proxy = await startTcpProxy({ host: "127.0.0.1", port: Number(new URL(server.origin).port) });
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

async function say(body: string, signal?: AbortSignal): Promise<string> {
  const init = { method: "POST", body, ...(signal ? { signal } : {}) };
  return (await fetch(`${proxy.origin}/said`, init)).text();
}
const said = requestOf("POST", "/said");

test("passes what no fault waits for, also over a connection that is kept", async () => {
  expect([await say("one"), await say("two")]).toEqual(["You said one.", "You said two."]);
});

test("holds a request before the service, and delivers it even when its sender has gone", async () => {
  const point = proxy.intercept(said, { kind: "hold-request" });
  const sender = new AbortController();
  const saying = say("late", sender.signal).catch(() => "gone");
  const exchange = await point.reached;
  expect([exchange.state, served.includes("late")]).toEqual(["held", false]);
  sender.abort();
  expect(await saying).toBe("gone");
  point.release();
  await expect.poll(() => served.includes("late")).toBe(true);
  expect(exchange.state).toBe("delivered");
});

test("holds an answer that the service has given", async () => {
  const point = proxy.intercept(said, { kind: "hold-answer" });
  const saying = say("held");
  await point.reached;
  expect(served).toContain("held");
  point.release();
  expect(await saying).toBe("You said held.");
});

test("passes an answer up to some words", async () => {
  const point = proxy.intercept(said, { kind: "hold-answer-from", words: "half" });
  const response = await fetch(`${proxy.origin}/said`, { method: "POST", body: "one half" });
  await point.reached;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain("You said one ");
  point.release();
  expect((await reader?.read())?.value).toContain("half.");
});

test("breaks a connection before, within and after the service's answer", async () => {
  proxy.intercept(said, { kind: "drop" });
  await expect(say("dropped")).rejects.toThrow();
  expect(served).not.toContain("dropped");
  for (const reset of [true, false]) {
    proxy.intercept(said, { kind: "cut", bytes: 60, reset });
    await expect(say("cut")).rejects.toThrow();
    proxy.intercept(said, { kind: "lose-answer", reset });
    await expect(say(`lost ${reset}`)).rejects.toThrow();
    expect(served).toContain(`lost ${reset}`);
  }
});

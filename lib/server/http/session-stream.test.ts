import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createUser, installForTests } from "@/tests/support/installation";
import { closeSession, closeSessionsOf, openSession } from "../auth/sessions.ts";
import { endWithSession } from "./session-stream.ts";

installForTests();

const encoder = new TextEncoder();
let userId: string;
let cancelled: boolean;

beforeEach(async () => {
  userId = await createUser();
  cancelled = false;
});
afterEach(() => void vi.restoreAllMocks());

/** A stream that says one thing and stays open. */
function openStream(type = "text/event-stream"): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode("data: 1\n\n")),
    cancel: () => {
      cancelled = true;
    },
  });
  return new Response(body, { headers: { "content-type": type, "x-run-id": "7" } });
}

test.each([
  ["signs out", closeSession],
  ["signs out everywhere", () => closeSessionsOf(userId)],
])("a stream ends when its reader %s", async (_name, end) => {
  const sessionId = await openSession(userId);
  const response = endWithSession(openStream(), sessionId);
  expect(response.headers.get("x-run-id")).toBe("7");
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("data: 1\n\n");
  const next = reader?.read();
  await end(sessionId);
  expect(await next).toMatchObject({ done: true });
  expect(cancelled).toBe(true);
});

test("a stream of another session goes on", async () => {
  const [mine, other] = [await openSession(userId), await openSession(userId)];
  const ending = endWithSession(openStream(), other);
  const source = new TransformStream<Uint8Array, Uint8Array>();
  const writer = source.writable.getWriter();
  const headers = { "content-type": "text/event-stream" };
  const response = endWithSession(new Response(source.readable, { headers }), mine);
  const reader = response.body?.getReader();
  await closeSession(other);
  expect(await ending.text()).toBe("data: 1\n\n");
  void writer.write(encoder.encode("still here"));
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("still here");
  void writer.close();
  expect(await reader?.read()).toMatchObject({ done: true });
});

test("what is no stream is left as it is", async () => {
  const response = Response.json({ chats: [] });
  expect(endWithSession(response, randomUUID())).toBe(response);
});

test("a reader who leaves ends the source", async () => {
  const response = endWithSession(openStream(), await openSession(userId));
  await response.body?.cancel();
  expect(cancelled).toBe(true);
});

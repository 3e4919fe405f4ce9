import { afterEach, expect, it, vi } from "vitest";
import type { SearchHit } from "@/lib/shared/search";
import { ChatSearch, hitsOf } from "./chat-search";
import { type Answer, hangUp, json, startServer } from "./testing/start-server";

const call = "GET /api/search";

let server: Awaited<ReturnType<typeof startServer>>;
let search: ChatSearch;
afterEach(async () => {
  search.dispose();
  await server.close();
});

async function start(answers: Answer[]) {
  server = await startServer({ [call]: answers });
  search = new ChatSearch();
}

const hit = (chatId: string): SearchHit => ({
  kind: "title",
  chatId,
  title: { text: chatId, marks: [[0, 1]] },
  at: "2026-11-23T09:00:00.000Z",
});
const page = (chatIds: string[], nextCursor: string | null = null) =>
  json(200, { hits: chatIds.map(hit), nextCursor });
const shown = () => hitsOf(search.getState()).map(({ chatId }) => chatId);
const asked = () => server.received.map((received) => received.call.slice(call.length));

it("finds what was typed, and asks once for what is the same", async () => {
  await start([page(["a"])]);
  await search.look("  feature/lo ");
  await search.look("feature/lo");
  expect(search.getState()).toMatchObject({ status: "found", nextCursor: null });
  expect(shown()).toEqual(["a"]);
  expect(asked()).toEqual(["?query=feature%2Flo"]);
});

it("is empty again when nothing is typed, whatever is still on its way", async () => {
  await start([page(["a"])]);
  const looking = search.look("a");
  await search.look(" ");
  await looking;
  expect(search.getState()).toEqual({ status: "empty" });
});

it("shows the last of what was typed, whichever answer comes last", async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const slow: Answer = (request, response) =>
    void held.then(() => page(["old"])(request, response));
  await start([slow, page(["new"])]);
  const first = search.look("o");
  await vi.waitFor(() => expect(server.received).toHaveLength(1));
  await search.look("n");
  release();
  await first;
  expect(shown()).toEqual(["new"]);
});

it("passes over pages with nothing on them, and puts the next behind the first", async () => {
  await start([page([], "9"), page(["a"], "5"), page([], "3"), page(["b"])]);
  await search.look("a");
  expect(shown()).toEqual(["a"]);
  await search.more();
  expect(shown()).toEqual(["a", "b"]);
  await search.more();
  expect(asked()).toEqual([
    "?query=a",
    "?query=a&cursor=9",
    "?query=a&cursor=5",
    "?query=a&cursor=3",
  ]);
});

it("keeps what it has when the rest cannot be read, and reads it when asked again", async () => {
  await start([page(["a"], "5"), hangUp, page(["b"])]);
  await search.look("a");
  await search.more();
  expect(search.getState()).toMatchObject({ status: "failed", error: { code: "unreachable" } });
  expect(shown()).toEqual(["a"]);
  await search.again();
  expect(shown()).toEqual(["a", "b"]);
});

it("says so when an answer is not one", async () => {
  await start([json(200, { hits: [{ kind: "cat" }], nextCursor: null })]);
  await search.look("a");
  expect(search.getState()).toMatchObject({ status: "failed" });
});

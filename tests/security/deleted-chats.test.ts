import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, brokenOf, comparable, formsOf, leaks, listed } from "./access.requests";
import { absentIds, type Ids } from "./access.routes";
import { reportRow } from "./report";
import { type Occupant, type OccupiedServer, startOccupiedServer } from "./support/occupied-server";
import { Visitor } from "./visitor";

let stage: OccupiedServer;
/** The one whose chat was deleted a moment ago. */
let owner: Visitor;
/** With the words of the chat alone: who somebody is, they may know of themselves. */
let chatOf: Occupant;
const strangers = (): [string, Visitor][] => [
  ["the owner", owner],
  ["nobody", new Visitor(stage.server.origin)],
];

let cases = 0;
const through: string[] = [];

/** Everything a request can name that goes with a chat. */
const inChat: readonly (keyof Ids)[] = [
  "chat",
  "message",
  "action",
  "approval",
  "finished",
  "attempt",
  "permission",
  "share",
  "token",
  "digest",
];
/** Ends or brings back more than what it names. */
const elsewhere = [
  "POST /api/chats/[chatId]/restore",
  "DELETE /api/shares",
  "DELETE /api/account",
  "POST /api/auth/sign-out",
];
const asked = listed.filter(([key]) => !elsewhere.includes(key));
const inOwnChat = (ids: readonly (keyof Ids)[]) => ids.some((id) => inChat.includes(id));

beforeAll(async () => {
  stage = await startOccupiedServer();
  owner = await stage.signIn(stage.owner);
  const ofChat = /^canary-(title|question|argument|result|account|chunk)-/;
  chatOf = { ...stage.owner, secret: stage.owner.secret.filter((word) => ofChat.test(word)) };
  expect(chatOf.secret.length).toBeGreaterThanOrEqual(6);
});
afterAll(async () => {
  reportRow({
    row: 27,
    title: "Deletion that does not delete: while it may be taken back",
    cases,
    gotThrough: through.length,
  });
  await stage.close();
});

describe("a chat that was deleted, and may still be taken back", () => {
  test("is absent, to the letter, at every address there is, and no list has a word of it", async () => {
    const deleted = await owner.send("DELETE", `/api/chats/${stage.owner.chat}`);
    expect(deleted.status).toBe(204);
    for (const row of asked) {
      const [key, entry] = row;
      for (const form of formsOf(entry))
        for (const [name, visitor] of strangers()) {
          const answer = await ask(visitor, row, stage.owner, form);
          // Whoever has the address of a share may know what is in it, as long as there is one.
          const wrong = leaks(answer, { ...entry, access: "private" }, chatOf);
          wrong.push(...brokenOf(answer, entry));
          if (inOwnChat(entry.ids) && entry.access !== "everybody") {
            const absent = absentIds();
            const expected = entry.incomparable ? null : await ask(visitor, row, absent, form);
            const same = expected
              ? comparable(expected, absent) === comparable(answer, stage.owner)
              : answer.status === (name === "the owner" ? 404 : 401);
            if (!same) wrong.push(`${answer.status}, and something absent ${expected?.status}`);
          }
          cases += 1;
          through.push(...wrong.map((reason) => `${name}, ${key}: ${reason}`));
        }
    }
    expect(through).toEqual([]);
  });

  test("comes back for its owner alone, with its share", async () => {
    const path = `/api/chats/${stage.owner.chat}`;
    const restore = (visitor: Visitor) => visitor.post(`${path}/restore`, {});
    expect((await restore(await stage.signIn(stage.other))).status).toBe(404);
    expect((await owner.fetch(path)).status).toBe(404);
    expect((await restore(owner)).status).toBe(204);
    expect((await owner.fetch(path)).status).toBe(200);
    const reader = new Visitor(stage.server.origin);
    expect((await reader.fetch(`/share/${stage.owner.token}`)).status).toBe(200);
  });
});

import { describe, expect, test } from "vitest";
import type { ActionState, ActionView } from "@/lib/shared/action";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";
import type { ShareChoices } from "@/lib/shared/sharing/choices";
import { sharedDocumentSchema } from "@/lib/shared/sharing/document";
import { makeCopy } from "./make-copy.ts";

const error = { code: "NEVER", message: "NEVER", hint: "NEVER" };
const id = "0d9f5f0a-7c1f-4c8e-9a55-1f2e3d4c5b6a";

function action(state: ActionState, more: Partial<ActionView> = {}): ChatMessagePart {
  const data: ActionView = {
    id,
    toolCallId: "NEVER",
    index: 0,
    tool: "BITBUCKET_LIST_BRANCHES",
    toolkit: "bitbucket",
    toolClass: "read",
    arguments: {
      workspace: "SENT",
      nested: [{ deep: "SENT", password: "NEVER", SENT: 1 }],
      note: "SENT https://never.example/NEVER NEVER@never.example jane-account",
    },
    account: "jane-account",
    original: { name: "NEVER" },
    allowed: "always",
    state,
    startedAt: "NEVER",
    finishedAt: "NEVER",
    ...more,
  };
  return { type: "data-action", id, data };
}

const result = {
  name: "CARD",
  unlisted: "RESULT",
  uuid: `{${id}}`,
  links: { html: { href: "https://NEVER" } },
  values: [{ id: 1, name: "CARD", links: { self: { href: "NEVER" } }, RESULT: "RESULT" }],
  target: { author: { raw: "CARD Doe <NEVER@example.com>", user: { nickname: "jane-account" } } },
  access_token: "NEVER",
  description: "CARD git@never.example:NEVER/x.git ssh://NEVER /connect/NEVER-NEVER",
};

/** A word of each kind of content, in every place that kind can stand. */
const conversation: ChatMessage[] = [
  {
    id,
    role: "user",
    metadata: { createdAt: "NEVER", runId: "NEVER" },
    parts: [
      {
        type: "text",
        text: "ANSWER for jane-account",
        providerMetadata: { a: { b: "NEVER" } },
      },
    ],
  },
  {
    id: "NEVER",
    role: "assistant",
    metadata: { runId: "NEVER", outcome: { status: "failed", error } },
    parts: [
      { type: "step-start" },
      {
        type: "reasoning",
        text: "REASONING of Jane-Account",
        providerMetadata: { a: { b: "NEVER" } },
      },
      {
        type: "text",
        text: `ANSWER [ANSWER](https://never.example/NEVER), <https://never.example/NEVER> NEVER@example.com ${id}`,
      },
      {
        type: "dynamic-tool",
        toolName: "NEVER",
        toolCallId: "NEVER",
        state: "output-available",
        input: { a: "NEVER" },
        output: { a: "NEVER" },
      },
      {
        type: "data-connection",
        id: "NEVER",
        data: {
          id: "NEVER",
          toolkit: "NEVER",
          state: { status: "connected", account: "other-account" },
        },
      },
      {
        type: "data-connection",
        id: "NEVER",
        data: {
          id: "NEVER",
          toolkit: "NEVER",
          state: {
            status: "needed",
            lost: { account: "lost-account", how: "signed-out", since: "NEVER" },
          },
        },
      },
      ...[
        { kind: "resumed" as const },
        { kind: "retried" as const },
        { kind: "shortened" as const, messages: 12 },
        { kind: "copied" as const },
        { kind: "retrying" as const, error, attempt: 1, until: "NEVER" },
      ].map((data) => ({ type: "data-notice" as const, id: "NEVER", data })),
      { type: "file", mediaType: "text/plain", url: "https://NEVER" },
      { type: "source-url", sourceId: "NEVER", url: "https://NEVER" },
      action({ status: "succeeded", result }),
      action({ status: "succeeded", result: null, omittedBytes: 12 }),
      action({ status: "succeeded", result: { redirect_url: "NEVER" } }, { toolkit: "composio" }),
      action(
        { status: "succeeded", result: { nickname: "jane-nick", display_name: "Jane Full" } },
        { tool: "BITBUCKET_GET_CURRENT_USER2", arguments: {} },
      ),
      action({ status: "succeeded", result: "NEVER" }, { tool: "BITBUCKET_GET_USER_EMAILS" }),
      action({ status: "failed", error, details: "NEVER" }),
      action({ status: "denied", reason: "NEVER" }),
      action({ status: "unknown" }),
      action({ status: "blocked", error }, { arguments: { a: "NEVER" } }),
      action({ status: "cancelled" }, { arguments: { a: "NEVER" } }),
      action({ status: "queued" }, { arguments: { a: "NEVER" } }),
      action({ status: "running", progress: { message: "NEVER" } }, { arguments: { a: "NEVER" } }),
      action(
        {
          status: "approval",
          approvalId: "NEVER",
          confirmation: "NEVER",
          warnings: ["NEVER"],
          before: { state: "NEVER" },
          subject: "NEVER",
        },
        { arguments: { a: "NEVER" } },
      ),
      action({ status: "connection", connectionId: "NEVER" }, { arguments: { a: "NEVER" } }),
      { type: "text", text: "ANSWER by jane-nick, Jane Full, lost-account and other-account" },
    ],
  },
  { id: "NEVER", role: "system", parts: [{ type: "text", text: "NEVER" }] },
];

const names: (keyof ShareChoices)[] = [
  "answers",
  "cards",
  "sent",
  "results",
  "accounts",
  "reasoning",
];

const combinations = Array.from({ length: 2 ** names.length }, (_, bits) => {
  const [answers, cards, sent, results, accounts, reasoning] = names.map(
    (_name, bit) => (bits & (1 << bit)) !== 0,
  );
  return { answers, cards, sent, results, accounts, reasoning } as ShareChoices;
});

const copyOf = async (choices: ShareChoices) =>
  (await makeCopy({ title: "A title", messages: conversation }, { choices, revealed: [] }))
    .document;

describe.each(combinations)("with %j", (choices) => {
  test("a copy holds what was ticked, and no byte of anything else", async () => {
    const document = await copyOf(choices);
    expect(sharedDocumentSchema.parse(document)).toEqual(document);
    const text = JSON.stringify(document);
    const { answers, cards, sent, results, accounts, reasoning } = choices;
    const shows = (word: string) => text.includes(word);
    expect(shows("NEVER")).toBe(false);
    expect(shows("never.example")).toBe(false);
    expect(shows(id)).toBe(false);
    expect(shows("ANSWER")).toBe(answers);
    expect(shows("REASONING")).toBe(reasoning);
    expect(shows("SENT")).toBe(sent);
    // The raw result says what its card says, and more.
    expect(shows("CARD")).toBe(cards || results);
    expect(shows("RESULT")).toBe(results);
    const named = /jane-account|other-account|lost-account|jane-nick|jane full/i.test(text);
    expect(named).toBe(accounts && (answers || cards || sent || results || reasoning));
  });
});

test("a card shows the fields that cards know, and every end worth showing", async () => {
  const document = await copyOf({
    answers: false,
    cards: true,
    sent: false,
    results: false,
    accounts: false,
    reasoning: false,
  });
  expect(document.messages).toHaveLength(1);
  expect(document.messages[0]?.parts).toMatchObject([
    {
      outcome: "succeeded",
      card: {
        name: "CARD",
        values: [{ id: 1, name: "CARD" }],
        target: { author: { raw: "CARD Doe", user: { nickname: "[account]" } } },
        description: "CARD [link] [link] [link]",
      },
    },
    { outcome: "succeeded", omittedBytes: 12 },
    { outcome: "failed" },
    { outcome: "denied" },
    { outcome: "unknown" },
  ]);
});

test("of a link its words stay, of git's way to write a person the name", async () => {
  const words = "See [the page](https://x.example/x), <https://x.example/y> (HTTP://X.example).";
  const message: ChatMessage = {
    id,
    role: "assistant",
    parts: [
      { type: "text", text: words },
      { type: "text", text: "Jane Doe <jane@example.com>" },
    ],
  };
  const { document } = await makeCopy(
    { title: "Mail to jane@example.com", messages: [message] },
    { choices: { ...combinations[63] } as ShareChoices, revealed: [] },
  );
  expect(document.title).toBe("Mail to [e-mail]");
  expect(document.messages[0]?.parts).toEqual([
    { type: "text", text: "See the page, <[link]> ([link])." },
    { type: "text", text: "Jane Doe" },
  ]);
});

test("the same copy has the same digest, another one another", async () => {
  const make = async (title: string) =>
    (
      await makeCopy(
        { title, messages: conversation },
        { choices: combinations[3] as ShareChoices, revealed: [] },
      )
    ).digest;
  expect(await make("One")).toBe(await make("One"));
  expect(await make("One")).not.toBe(await make("Two"));
});

test("does not change what it was made of, and is quick with a megabyte of one word", async () => {
  const before = JSON.stringify(conversation);
  await copyOf(combinations[63] as ShareChoices);
  expect(JSON.stringify(conversation)).toBe(before);
  const long: ChatMessage = {
    id,
    role: "assistant",
    parts: [{ type: "text", text: "a".repeat(1_000_000) }],
  };
  const { document } = await makeCopy(
    { title: "Long", messages: [long] },
    { choices: combinations[63] as ShareChoices, revealed: [] },
  );
  expect(JSON.stringify(document).length).toBeGreaterThan(1_000_000);
});

import { describe, expect, it } from "vitest";
import { startConversation } from "../testing/converse";
import type { JSONObject } from "../testing/fake-bitbucket";
import { createFakeRouter, type InnerCall, routerToolList } from "../testing/fake-router";

type Answers = (call: InnerCall) => JSONObject | undefined;

function start(intercept?: Answers) {
  const router = createFakeRouter(intercept ? { intercept } : {});
  return { ...startConversation(routerToolList, router.answer), inner: router.inner };
}

function isChange({ slug }: InnerCall): boolean {
  return /_(?:CREATE|UPDATE|DELETE|MERGE|APPROVE)_/.test(slug);
}

const changes = (inner: readonly InnerCall[]) => inner.filter(isChange);

describe("changes that did not simply happen", () => {
  const text = "Create a branch feature/x off main in acme/api";
  const onChange =
    (entry: JSONObject): Answers =>
    (call) =>
      isChange(call) ? entry : undefined;

  it.each<[string, JSONObject, RegExp]>([
    [
      "denied",
      { successful: false, denied: true, error: "The person said no. Do not try this again." },
      /^You said no, so I did not create the branch `feature\/x`/,
    ],
    ["denied in words", { successful: false, error: "Denied by the user" }, /^You said no/],
    [
      "blocked",
      { successful: false, blocked: true, error: "This chat is read-only." },
      /^This chat is read-only/,
    ],
    [
      "cancelled",
      { successful: false, cancelled: true, error: "This was stopped before it ran." },
      /^That was stopped/,
    ],
    [
      "unknown",
      {
        successful: false,
        unknown: true,
        error: "This was sent and the answer never came: it may have happened.",
      },
      /no answer came back\. I looked: it did \*\*not\*\* go through/,
    ],
    [
      "failed",
      { successful: false, error: "Timeout", hint: "Try later." },
      /^I could not create the branch `feature\/x`: Timeout\. Try later\.$/,
    ],
    [
      "forbidden",
      {
        successful: false,
        data: { status_code: 403, message: '{"error":{"message":"Missing scope"}}' },
        error: "403 Client Error",
      },
      /not allowed to.*Missing scope/,
    ],
  ])("%s is told once and never retried", async (_, entry, answer) => {
    const { send, inner } = start(onChange(entry));
    expect(await send(text)).toMatch(answer);
    expect(changes(inner)).toHaveLength(1);
  });

  it.each<[string, JSONObject, number]>([
    ["a denial", { successful: false, denied: true, error: "The person said no." }, 1],
    [
      "an unknown outcome",
      { successful: false, unknown: true, error: "It may have gone through." },
      1,
    ],
  ])("does not send it again after %s when told to continue", async (_, entry, sent) => {
    const { send, inner } = start(onChange(entry));
    await send(text);
    expect(await send("continue")).toContain("will not repeat it by myself");
    expect(changes(inner)).toHaveLength(sent);
  });

  it("says what Bitbucket says about a branch that exists", async () => {
    const { send } = start();
    expect(await send("create branch fix/typo off main in acme/api")).toContain(
      'Branch "fix/typo" already exists.',
    );
  });

  it("does not create a branch off a branch that is not there", async () => {
    const { send, inner } = start();
    expect(await send("create branch x off nowhere in acme/api")).toContain("no branch `nowhere`");
    expect(changes(inner)).toEqual([]);
  });

  it("takes an edited change for the one it asked for", async () => {
    const { send, inner } = start((call) =>
      isChange(call)
        ? { successful: true, error: null, data: { name: "feature/renamed", target: {} } }
        : undefined,
    );
    expect(await send(text)).toContain("Created `feature/renamed`");
    expect(changes(inner)).toHaveLength(1);
  });
});

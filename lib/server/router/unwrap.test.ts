import { describe, expect, test } from "vitest";
import { mayBeCalled, unwrapCall, wrapAction } from "./unwrap.ts";

const dispatcher = "COMPOSIO_MULTI_EXECUTE_TOOL";
const item = (slug: string, input: unknown = { workspace: "acme" }) => ({
  tool_slug: slug,
  arguments: input,
});
const unwrap = (input: unknown, tool = dispatcher) => unwrapCall(tool, input, ["bitbucket"]);

describe("a dispatcher's call", () => {
  test("comes apart into its items, in order", () => {
    const call = unwrap({
      tools: [item("BITBUCKET_LIST_BRANCHES"), { ...item("JIRA_GET_ISSUE"), account: "ca_work" }],
      sync_response_to_workbench: false,
      session_id: "load",
      thought: "…",
    });
    expect(call).toEqual({
      kind: "batch",
      session: "load",
      actions: [
        {
          tool: "BITBUCKET_LIST_BRANCHES",
          toolkit: "bitbucket",
          arguments: { workspace: "acme" },
          account: undefined,
        },
        {
          tool: "JIRA_GET_ISSUE",
          toolkit: "jira",
          arguments: { workspace: "acme" },
          account: "ca_work",
        },
      ],
    });
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a string", '{"tools":[]}'],
    ["a list", [item("BITBUCKET_GET_USER")]],
    ["no tools", {}],
    ["no items", { tools: [] }],
    ["more than 50 items", { tools: Array.from({ length: 51 }, () => item("BITBUCKET_GET_USER")) }],
    ["an item that is no object", { tools: ["BITBUCKET_GET_USER"] }],
    ["a slug in small letters", { tools: [item("bitbucket_delete_repository")] }],
    ["a slug with spaces", { tools: [item("BITBUCKET_GET_USER BITBUCKET_DELETE_REPOSITORY")] }],
    ["an empty slug", { tools: [item("")] }],
    ["arguments as text", { tools: [item("BITBUCKET_GET_USER", "{}")] }],
    ["arguments as a list", { tools: [item("BITBUCKET_GET_USER", [])] }],
    ["one bad item among good ones", { tools: [item("BITBUCKET_GET_USER"), { tool_slug: 1 }] }],
  ])("with %s is refused", (_name, input) => {
    expect(unwrap(input)).toMatchObject({ kind: "refused", error: { code: "refused" } });
  });

  test.each([
    dispatcher,
    "COMPOSIO_REMOTE_BASH_TOOL",
    "COMPOSIO_REMOTE_WORKBENCH",
    "COMPOSIO_MANAGE_CONNECTIONS",
  ])("with %s inside is refused as a whole", (slug) => {
    const call = unwrap({ tools: [item("BITBUCKET_GET_USER"), item(slug)] });
    expect(call).toMatchObject({ kind: "refused" });
  });
});

describe("any other call", () => {
  test("is one action", () => {
    expect(unwrap({ workspace: "acme" }, "BITBUCKET_LIST_BRANCHES")).toEqual({
      kind: "single",
      action: {
        tool: "BITBUCKET_LIST_BRANCHES",
        toolkit: "bitbucket",
        arguments: { workspace: "acme" },
      },
    });
    expect(unwrap(undefined, "BITBUCKET_GET_USER")).toMatchObject({ action: { arguments: {} } });
  });

  test.each(["text", 1, true, [1]])("with %j as arguments is refused", (input) => {
    expect(unwrap(input, "BITBUCKET_GET_USER")).toMatchObject({ kind: "refused" });
  });

  test.each(["COMPOSIO_SEARCH_TOOLS", "COMPOSIO_MANAGE_CONNECTIONS"])(
    "%s is the router's",
    (tool) => {
      expect(unwrap({}, tool)).toMatchObject({ kind: "single", action: { toolkit: "composio" } });
    },
  );

  test.each(["COMPOSIO_REMOTE_BASH_TOOL", "COMPOSIO_REMOTE_WORKBENCH", "COMPOSIO_NEW_THING"])(
    "%s is refused",
    (tool) => {
      expect(unwrap({}, tool)).toMatchObject({ kind: "refused" });
    },
  );
});

test.each([
  ["COMPOSIO_SEARCH_TOOLS", true],
  [dispatcher, true],
  ["BITBUCKET_LIST_BRANCHES", true],
  ["COMPOSIO_REMOTE_BASH_TOOL", false],
  ["COMPOSIO_PROXY_EXECUTE", false],
  ["composio_multi_execute_tool", false],
  ["Composio_Remote_Workbench", false],
  ["COMPOSIO_MULTI_EXECUTE_TOOL ", false],
  ["COMP\u200BOSIO_REMOTE_BASH_TOOL", false],
  ["\u0421OMPOSIO_MULTI_EXECUTE_TOOL", false],
  ["", false],
  ["A".repeat(129), false],
])("%j may be called: %s", (tool, may) => {
  expect(mayBeCalled(tool)).toBe(may);
  expect(unwrap({ tools: [item("BITBUCKET_GET_USER")] }, tool).kind !== "refused").toBe(may);
});

describe("arguments nobody should run", () => {
  test.each([
    ["a key that changes what others mean", '{"__proto__":{"workspace":"acme"}}'],
    ["one deep inside", '{"a":[{"__proto__" : 1}]}'],
    ["more of them than anybody can read", JSON.stringify({ content: "x".repeat(1_000_001) })],
  ])("%s", (_name, json) => {
    const input: unknown = JSON.parse(json);
    expect(unwrap(input, "BITBUCKET_LIST_BRANCHES")).toMatchObject({ kind: "refused" });
    expect(unwrap({ tools: [item("BITBUCKET_GET_USER", input)] })).toMatchObject({
      kind: "refused",
    });
  });

  test("a text that only speaks of such a key is a text", () => {
    const input = { content: '{"__proto__": 1}' };
    expect(unwrap(input, "BITBUCKET_CREATE_ISSUE")).toMatchObject({ kind: "single" });
  });
});

test("the longest name of a toolkit wins", () => {
  const call = unwrapCall("GOOGLE_DRIVE_LIST", {}, ["google", "google_drive"]);
  expect(call).toMatchObject({ action: { toolkit: "google_drive" } });
});

describe("what is sent", () => {
  test("for an item of a batch: the dispatcher with that item alone", () => {
    const call = unwrap({ tools: [item("BITBUCKET_A"), item("BITBUCKET_B")], session_id: "load" });
    const action = {
      tool: "BITBUCKET_B",
      toolkit: "bitbucket",
      arguments: { n: 1 },
      account: "work",
    };
    expect(wrapAction(call, action)).toEqual({
      name: dispatcher,
      arguments: {
        tools: [{ tool_slug: "BITBUCKET_B", arguments: { n: 1 }, account: "work" }],
        sync_response_to_workbench: false,
        session_id: "load",
      },
    });
  });

  test("for a single call: the call", () => {
    const call = unwrap({ n: 1 }, "BITBUCKET_A");
    const action = { tool: "BITBUCKET_A", toolkit: "bitbucket", arguments: { n: 1 } };
    expect(wrapAction(call, action)).toEqual({ name: "BITBUCKET_A", arguments: { n: 1 } });
  });
});

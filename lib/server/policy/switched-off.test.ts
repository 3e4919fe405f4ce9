import { beforeAll, expect, test } from "vitest";
import { configure } from "@/tests/support/installation";
import { switchedOffError, withoutSwitchedOff } from "./switched-off.ts";

beforeAll(() => configure({ TOOLKITS: "bitbucket,jira,google,google_drive" }));

const toolkitsOff = (toolkits: string[]) => ({
  toolkits,
  withheld: [],
  tools: { allowed: undefined, denied: [] },
});

const found = {
  results: [
    {
      use_case: "file an issue",
      primary_tool_slugs: ["BITBUCKET_CREATE_ISSUE", "JIRA_CREATE_ISSUE"],
      toolkits: ["bitbucket", "jira"],
      recommended_plan_steps: ["Call JIRA_GET_PROJECT first.", "Then BITBUCKET_CREATE_ISSUE."],
    },
  ],
  tool_schemas: {
    BITBUCKET_CREATE_ISSUE: { toolkit: "bitbucket", tool_slug: "BITBUCKET_CREATE_ISSUE" },
    JIRA_CREATE_ISSUE: { toolkit: "jira", input_schema: { properties: {} } },
  },
  toolkit_connection_statuses: [
    { toolkit: "bitbucket", has_active_connection: true },
    { toolkit: "Jira", has_active_connection: false },
  ],
};

test("what is off is in nothing that a search brings", () => {
  const { results, ...rest } = found;
  expect(withoutSwitchedOff(found, toolkitsOff(["jira"]))).toEqual({
    results: [
      {
        use_case: "file an issue",
        primary_tool_slugs: ["BITBUCKET_CREATE_ISSUE"],
        toolkits: ["bitbucket"],
        recommended_plan_steps: ["Then BITBUCKET_CREATE_ISSUE."],
      },
    ],
    tool_schemas: { BITBUCKET_CREATE_ISSUE: rest.tool_schemas.BITBUCKET_CREATE_ISSUE },
    toolkit_connection_statuses: [{ toolkit: "bitbucket", has_active_connection: true }],
  });
  expect(results).toHaveLength(1);
  expect(JSON.stringify(withoutSwitchedOff(found, toolkitsOff(["jira", "bitbucket"])))).not.toMatch(
    /jira|bitbucket/i,
  );
  expect(withoutSwitchedOff(found, toolkitsOff([]))).toEqual(found);
  expect(withoutSwitchedOff("JIRA_CREATE_ISSUE", toolkitsOff(["jira"]))).toBeNull();
});

test("a toolkit whose name begins another's is not that one", () => {
  const tools = ["GOOGLE_SEARCH", "GOOGLE_DRIVE_LIST_FILES"];
  expect(withoutSwitchedOff(tools, toolkitsOff(["google"]))).toEqual(["GOOGLE_DRIVE_LIST_FILES"]);
  expect(withoutSwitchedOff(tools, toolkitsOff(["google_drive"]))).toEqual(["GOOGLE_SEARCH"]);
});

test("neither its tools nor a connection to it may be had", () => {
  const ask = (tool: string, toolkit: string, input: Record<string, unknown> = {}) =>
    switchedOffError({ tool, toolkit, arguments: input }, toolkitsOff(["jira"]))?.code;
  expect(ask("JIRA_GET_ISSUE", "jira")).toBe("toolkit_off");
  expect(ask("BITBUCKET_GET_ISSUE", "bitbucket", { toolkits: ["jira"] })).toBeUndefined();
  const connect = "COMPOSIO_MANAGE_CONNECTIONS";
  expect(ask(connect, "composio", { toolkits: ["bitbucket", "JIRA"] })).toBe("toolkit_off");
  expect(ask(connect, "composio", { toolkits: ["bitbucket"] })).toBeUndefined();
  expect(ask("COMPOSIO_SEARCH_TOOLS", "composio", { queries: [] })).toBeUndefined();
});

test("a denied tool is in nothing that a search brings, and may not be called; the others may", () => {
  const off = {
    toolkits: [],
    withheld: [],
    tools: { allowed: undefined, denied: ["BITBUCKET_CREATE_*"] },
  };
  const seen = JSON.stringify(withoutSwitchedOff(found, off));
  expect(seen).not.toContain("BITBUCKET_CREATE_ISSUE");
  expect(seen).toContain("JIRA_CREATE_ISSUE");
  const ask = (tool: string) =>
    switchedOffError({ tool, toolkit: "bitbucket", arguments: {} }, off)?.code;
  expect(ask("BITBUCKET_CREATE_ISSUE")).toBe("tool_denied");
  expect(ask("bitbucket_create_issue")).toBe("tool_denied");
  expect(ask("BITBUCKET_GET_ISSUE")).toBeUndefined();
});

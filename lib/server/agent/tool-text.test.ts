import { describe, expect, test } from "vitest";
import { toolsForModel } from "./model.ts";
import { toolSchema, toolText, toolTextLimit } from "./tool-text.ts";

describe("a text of a tool", () => {
  test("is what a person would see of it", () => {
    const smuggled = "Lists branches.\u{E0044}\u{E0045}\u200B \u202EsdrawkcaB\u001b[8m";
    expect(toolText(smuggled)).toBe("Lists branches. sdrawkcaB[8m");
  });

  test("has an end", () => {
    const cut = toolText("x".repeat(1_000_000));
    expect(cut).toHaveLength(toolTextLimit + " … [cut]".length);
    expect(toolText("x".repeat(toolTextLimit))).toHaveLength(toolTextLimit);
  });
});

test("a schema is cleaned all through", () => {
  const schema = {
    type: "object",
    properties: {
      "na\u200Bme": { type: "string", description: "The name\u{E0041}", enum: ["a\u2066"] },
      long: { description: "y".repeat(5_000) },
    },
  };
  const cleaned = toolSchema(schema);
  expect(cleaned.properties).toMatchObject({
    name: { type: "string", description: "The name", enum: ["a"] },
  });
  expect(JSON.stringify(cleaned).length).toBeLessThan(2_500);
});

test("tools that run code of their own, and names that disguise themselves, are not among a model's", () => {
  const names = [
    "COMPOSIO_REMOTE_BASH_TOOL",
    "COMPOSIO_REMOTE_WORKBENCH",
    "COMPOSIO_PROXY_EXECUTE",
    "composio_remote_bash_tool",
    "\u0412ITBUCKET_GET_USER",
    "BITBUCKET_GET_USER",
  ];
  const tools = names.map((name) => ({ name, inputSchema: { type: "object" as const } }));
  expect(Object.keys(toolsForModel(tools))).toEqual(["BITBUCKET_GET_USER"]);
});

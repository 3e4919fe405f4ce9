import { describe, expect, test } from "vitest";
import { readAnswer } from "./read-answer.ts";

const say = (value: unknown, isError = false) => ({
  text: typeof value === "string" ? value : JSON.stringify(value),
  isError,
});
const batch = (item: unknown, outer: object = { successful: true, error: null }) =>
  readAnswer(
    say({ ...outer, data: { results: [item], total_count: 1, session: { id: "load" } } }),
    "batch",
  );
const single = (value: unknown, isError = false) => readAnswer(say(value, isError), "single");

describe("an item of the dispatcher", () => {
  const base = { tool_slug: "BITBUCKET_GET_BRANCH", index: 0 };

  test("that succeeded", () => {
    const response = { successful: true, data: { name: "main" }, error: null, log_id: "log_1" };
    expect(batch({ ...base, response, error: null })).toEqual({
      kind: "succeeded",
      data: { name: "main" },
    });
  });

  test("that succeeded, one response deeper", () => {
    const response = {
      successful: true,
      error: null,
      data: { response: { data: { name: "main" }, successful: true } },
    };
    expect(batch({ ...base, response })).toEqual({ kind: "succeeded", data: { name: "main" } });
  });

  test("under the older name of the list", () => {
    const response = { successful: true, data: { name: "main" }, error: null };
    const answer = { data: { response_data: [{ response }] }, successful: true, error: null };
    expect(readAnswer(say(answer), "batch")).toMatchObject({ data: { name: "main" } });
  });

  test("whose data stands beside its name", () => {
    expect(batch({ ...base, data: { name: "main" }, successful: true })).toEqual({
      kind: "succeeded",
      data: { name: "main" },
    });
  });

  test("whose data is a text", () => {
    const response = { successful: true, data: "# Title", error: null };
    expect(batch({ ...base, response })).toEqual({ kind: "succeeded", data: "# Title" });
  });

  test("that failed with the provider's answer", () => {
    const data = { http_error: "404 Client Error", status_code: 404, message: "{}" };
    const response = { successful: false, data, error: "404 Client Error" };
    expect(batch({ ...base, response }, { successful: false, error: "all failed" })).toMatchObject({
      kind: "failed",
      error: { code: "not_found" },
      data,
    });
  });

  test("that failed and has no response", () => {
    expect(batch({ ...base, response: null, error: "Unknown tool X" })).toMatchObject({
      kind: "failed",
      error: { message: "Unknown tool X" },
    });
  });

  test("that failed although the whole call did not", () => {
    const response = { successful: false, data: null, error: "no" };
    expect(batch({ ...base, response })).toMatchObject({ kind: "failed" });
  });

  test.each([
    "No active connected account found for toolkit: bitbucket",
    "No active connection found for bitbucket",
  ])("that has no account: %s", (error) => {
    expect(batch({ ...base, response: null, error })).toEqual({ kind: "not-connected" });
    const response = { successful: false, data: null, error };
    expect(batch({ ...base, response })).toEqual({ kind: "not-connected" });
  });

  test("whose response is in nobody's shape", () => {
    expect(batch({ ...base, response: { name: "main" } })).toEqual({
      kind: "succeeded",
      data: { name: "main" },
    });
  });
});

describe("a dispatcher's answer without items", () => {
  test("that failed as a whole", () => {
    const error = "sync_response_to_workbench: Required";
    expect(readAnswer(say({ successful: false, data: null, error }), "batch")).toMatchObject({
      kind: "failed",
      error: { message: error },
    });
  });
});

describe("the router's own tools", () => {
  test("a search, whose results are a list as well, is kept whole", () => {
    const data = {
      results: [{ index: 1, use_case: "x", primary_tool_slugs: ["A"], error: null }],
      tool_schemas: {},
      session: { id: "load" },
    };
    expect(single({ data, error: null, successful: true })).toEqual({ kind: "succeeded", data });
  });

  test("schemas with one unknown name are a failure that keeps the known ones", () => {
    const data = { success: false, tool_schemas: { A: {} }, not_found: ["X"] };
    expect(single({ data, error: null, successful: false })).toMatchObject({
      kind: "failed",
      data,
    });
  });

  test("a connection that is pending is an ordinary answer", () => {
    const data = { results: { bitbucket: { toolkit: "bitbucket", status: "initiated" } } };
    expect(single({ data, error: null, successful: true })).toEqual({ kind: "succeeded", data });
  });
});

describe("a failure is never taken for a success", () => {
  test.each<[string, unknown, boolean]>([
    ["successful: false alone", { successful: false }, false],
    ["an error alone", { error: "no" }, false],
    [
      "an error that is an object",
      { successful: false, data: null, error: { message: "no" } },
      false,
    ],
    ["an error object of any shape", { data: null, error: { code: 7 } }, false],
    ["success that names an error", { successful: true, data: {}, error: "no" }, false],
    ["the protocol's error with an envelope", { successful: true, data: {}, error: null }, true],
    ["the protocol's error as text", "Tool BITBUCKET_X not found", true],
    ["the protocol's error without text", "", true],
  ])("%s", (_name, value, isError) => {
    expect(single(value, isError)).toMatchObject({ kind: "failed" });
  });

  test("and its sentence is found", () => {
    expect(single({ data: null, error: { message: "Spoken" } })).toMatchObject({
      error: { message: "Spoken" },
    });
    expect(single("Spoken", true)).toMatchObject({ error: { message: "Spoken" } });
  });
});

describe("an unknown shape is a success with the shape as its data", () => {
  test.each<[string, unknown]>([
    ["an object", { name: "main" }],
    ["a list", [1, 2]],
    ["a number", 7],
    ["null", null],
  ])("%s", (_name, value) => {
    expect(single(value)).toMatchObject({ kind: "succeeded" });
    expect(single(value)).toEqual({ kind: "succeeded", data: value });
  });

  test("text that is not JSON", () => {
    expect(single("<html>")).toEqual({ kind: "succeeded", data: "<html>" });
    expect(single('{"successful":tr')).toEqual({ kind: "succeeded", data: '{"successful":tr' });
  });

  test("an envelope without data", () => {
    expect(single({ successful: true })).toEqual({ kind: "succeeded", data: undefined });
  });
});

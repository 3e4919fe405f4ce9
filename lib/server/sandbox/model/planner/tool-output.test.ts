import { describe, expect, it } from "vitest";
import { outcomeOf } from "./outcome";
import { readToolOutput } from "./tool-output";

async function outcome(output: unknown) {
  const text = typeof output === "string" ? output : JSON.stringify(output);
  return outcomeOf(await readToolOutput(text));
}

describe("reading a call's output", () => {
  it.each([
    ["the router's envelope", { successful: true, data: { a: 1 }, error: null }],
    [
      "an inner response",
      { response: { successful: true, data: { a: 1 } }, error: null, index: 0 },
    ],
    ["data twice", { data: { data: { a: 1 } }, error: null }],
    ["a response in the data", { data: { response: { data: { a: 1 } } } }],
    ["bare data", { a: 1 }],
    ["MCP content", { content: [{ type: "text", text: '{"data":{"a":1}}' }], isError: false }],
    ["JSON in prose", 'The tool returned, as data:\n{"data":{"a":1}}\nEnd of data.'],
  ])("finds the data in %s", async (_, output) => {
    expect(await outcome(output)).toEqual({ status: "succeeded", data: { a: 1 }, complete: true });
  });

  it("keeps a file's text where it is", async () => {
    const file = { path: "a", size: 1, data: "x" };
    expect(await outcome({ data: file })).toMatchObject({ data: file });
    expect(await outcome({ data: "x", path: "a" })).toMatchObject({ data: "x" });
  });

  it.each([
    ["in the middle of a word", '{"data":{"values":[{"id":1},{"id":2,"title":"Half'],
    ["with a note after it", '{"data":{"values":[{"id":1},{"id":2}, … [truncated 9000 characters]'],
    ["as a beginning", { data: { cut: "long", beginning: '{"values":[{"id":1},{"id":2,"ti' } }],
  ])("saves what it can of an output cut %s", async (_, output) => {
    expect(await outcome(output)).toMatchObject({
      status: "succeeded",
      complete: false,
      data: { values: [{ id: 1 }, { id: 2 }] },
    });
  });

  it.each([
    [
      { denied: true, reason: "no" },
      { status: "denied", reason: "no" },
    ],
    ["The user denied this action.", { status: "denied" }],
    ["Tool call execution denied.", { status: "denied" }],
    [{ status: "denied" }, { status: "denied" }],
    [
      { state: { status: "blocked" }, error: { message: "Read-only." } },
      { status: "blocked", message: "Read-only." },
    ],
    [{ successful: false, error: "This chat is read-only." }, { status: "blocked" }],
    [
      { response: { successful: false, unknown: true, error: "?" }, error: "?" },
      { status: "unknown" },
    ],
    [{ error: "The call was cancelled" }, { status: "cancelled" }],
    [
      { error: "No active connected account found for toolkit: bitbucket", response: null },
      { status: "disconnected" },
    ],
    [{ error: "You chose not to connect bitbucket now." }, { status: "unconnected" }],
    [
      { successful: false, error: "403 Client Error: access denied" },
      { status: "failed", httpStatus: 403 },
    ],
    [
      {
        successful: false,
        data: {
          status_code: 409,
          message: '{"error":{"message":"Exists","detail":"Use another"}}',
        },
        error: "409",
      },
      { status: "failed", httpStatus: 409, message: "Exists Use another" },
    ],
    [{ successful: false }, { status: "failed", message: "No reason was given." }],
    ["[Result of X, 900 characters, from an earlier turn.]", { status: "unreadable" }],
    ["", { status: "unreadable" }],
    ["null", { status: "unreadable" }],
  ])("understands %j", async (output, expected) => {
    expect(await outcome(output)).toMatchObject(expected);
  });
});

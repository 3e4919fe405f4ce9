import { describe, expect, test } from "vitest";
import { describeToolError } from "./tool-error.ts";

const provider = (status: number, message?: string) =>
  describeToolError("error", {
    http_error: `${status} Client Error for url: https://api.bitbucket.org/secret`,
    status_code: status,
    ...(message === undefined ? {} : { message }),
  });
const said = (message: string) => JSON.stringify({ type: "error", error: { message } });

describe("the provider's answer", () => {
  test.each([
    [400, "bad_input"],
    [401, "signed_out"],
    [403, "no_permission"],
    [404, "not_found"],
    [409, "conflict"],
    [410, "removed"],
    [429, "rate_limited"],
    [418, "tool_failed"],
    [500, "provider_down"],
    [503, "provider_down"],
  ])("%i is %s, with a way on", (status, code) => {
    const error = provider(status);
    expect(error.code).toBe(code);
    expect(error.message).not.toBe("");
    expect(error.hint).toBeTruthy();
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  test("its own sentence is passed on", () => {
    expect(provider(404, said("Repository acme/x not found")).message).toBe(
      "Bitbucket does not have this. It said: Repository acme/x not found",
    );
    expect(provider(400, "target.hash: too short").message).toContain("target.hash: too short");
  });

  test.each(["", "{}", "[1]", '{"error":"text"}', "x".repeat(301)])(
    "%.20j says nothing",
    (message) => {
      expect(provider(404, message)).toEqual(provider(404));
    },
  );

  test("what Bitbucket removed cannot be mended by connecting again", () => {
    const error = provider(410, said("CHANGE-2770 - Functionality has been deprecated"));
    expect(error.hint).toContain("Connecting again does not help");
    expect(error.message).toContain("CHANGE-2770");
  });
});

describe("a status that stands only in a sentence", () => {
  const gone = "410 Client Error: Gone for url: https://api.bitbucket.org/2.0/secret";

  test.each([
    ["the error", gone, null],
    ["the data", "It failed.", { http_error: gone }],
  ])("of %s is read", (_place, error, data) => {
    const view = describeToolError(error, data);
    expect(view).toMatchObject({ code: "removed", hint: expect.stringContaining("Jira") });
    expect(JSON.stringify(view)).not.toContain("secret");
  });

  test("is not read where a number only looks like one", () => {
    expect(describeToolError("Line 410 Client Error", null).code).toBe("tool_failed");
  });

  test("that an account is not accepted is known without a number", () => {
    const said = "Connection error, try to authenticate";
    expect(describeToolError(said, null).code).toBe("signed_out");
  });
});

describe("any other failure", () => {
  test.each([null, undefined, {}, "text", { status_code: "404" }])("with data %j", (data) => {
    expect(describeToolError("It broke.", data)).toEqual({
      code: "tool_failed",
      message: "It broke.",
    });
  });

  test("without a word", () => {
    expect(describeToolError(null, null).message).toBe("The tool failed without saying why.");
    expect(describeToolError("", null).message).toBe("The tool failed without saying why.");
  });

  test("is cut", () => {
    expect(describeToolError("x".repeat(10_000), null).message).toHaveLength(500);
  });
});

import { describe, expect, it } from "vitest";
import { toBranchlineError } from "../errors.ts";
import { storageFailure } from "./failure.ts";
import { DatabaseLostError } from "./lost.ts";

const failed = (code: unknown) => Object.assign(new Error("It failed."), { code });
const wrapped = (cause: unknown) => new Error("Failed query: insert", { cause });

describe("storageFailure", () => {
  it.each([
    ["53100", "full"],
    ["53300", "away"],
    ["08006", "away"],
    ["08P01", "away"],
    ["57P01", "away"],
    ["57P03", "away"],
    ["57014", "away"],
    ["58030", "away"],
    ["23505", null],
    ["40001", null],
    ["42601", null],
    ["ECONNREFUSED", null],
    ["EPIPE", null],
    ["", null],
    [53100, null],
  ])("of %j is %j, however deep it lies", (code, failure) => {
    for (const error of [failed(code), wrapped(failed(code)), wrapped(wrapped(failed(code)))])
      expect(storageFailure(error)).toBe(failure);
  });

  it("of a database whose engine failed is told from why it did", () => {
    expect(storageFailure(new DatabaseLostError("Gone."))).toBe("away");
    const full = new DatabaseLostError("Gone.", { cause: failed("53100") });
    expect(storageFailure(wrapped(full))).toBe("full");
  });

  it("ends where errors are their own causes", () => {
    const error = new Error("round");
    error.cause = error;
    expect(storageFailure(error)).toBeNull();
  });

  it.each([undefined, null, "53100", { code: "53100" }])("of %j is none", (thrown) => {
    expect(storageFailure(thrown)).toBeNull();
  });
});

describe("toBranchlineError", () => {
  it("tells a person of the database without its words", () => {
    for (const [code, expected] of [
      ["53100", "not_saved"],
      ["57P03", "storage_unavailable"],
    ]) {
      const error = toBranchlineError(wrapped(failed(code)));
      expect(error).toMatchObject({ code: expected, status: 503 });
      expect(JSON.stringify(error.view())).not.toMatch(/query|It failed/);
    }
  });
});

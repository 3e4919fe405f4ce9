import { expect, it } from "vitest";
import { unwrapKey, unwrapResult } from "./unwrap";

it.each([
  [{ data: { id: 1 } }, { id: 1 }],
  [{ data: [1], successful: true, error: null, log_id: "x" }, [1]],
  [
    { data: { id: 1 }, path: "a" },
    { data: { id: 1 }, path: "a" },
  ],
  [{ data: "text" }, { data: "text" }],
  [null, null],
  ["text", "text"],
])("unwrapResult(%j)", (result, expected) => {
  expect(unwrapResult(result)).toEqual(expected);
});

it("takes the object out from under its name, where it is one", () => {
  const unwrap = unwrapKey("pull_request");
  expect(unwrap({ pull_request: { id: 1 } })).toEqual({ id: 1 });
  expect(unwrap({ pull_request: null, id: 2 })).toEqual({ pull_request: null, id: 2 });
  expect(unwrap(3)).toBe(3);
});

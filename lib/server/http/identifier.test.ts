import { expect, test } from "vitest";
import { identifier } from "./identifier.ts";

test("answers a UUID", () => {
  const id = "0b2f6f2e-6f0c-4f5e-9d2a-3f1f5a9f7c11";
  expect(identifier(id, "chat")).toBe(id);
});

test.each(["", "1", "../1", "0b2f6f2e6f0c4f5e9d2a3f1f5a9f7c11", "a'; drop table chat; --", "\0"])(
  "%j names nothing",
  (value) => {
    expect(() => identifier(value, "chat")).toThrow("There is no such chat.");
  },
);

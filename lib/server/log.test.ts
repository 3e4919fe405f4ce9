import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "./log.ts";

const lines: string[] = [];
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation((line: string) => lines.push(line));
});
afterEach(() => {
  lines.length = 0;
  vi.restoreAllMocks();
});

test("tells name, message and cause of an error, and the fields, as one JSON line", () => {
  log.error("run.failed", new TypeError("no", { cause: new Error("because") }), { run: "1" });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      level: "error",
      event: "run.failed",
      run: "1",
      error: "TypeError: no",
      cause: "Error: because",
    },
  ]);
});

test("keeps the parameters of a failed query out", () => {
  log.error("x", new Error("Failed query: insert into message\nparams: 1,the person's words"));
  expect(lines[0]).toContain("insert into message");
  expect(lines[0]).not.toContain("words");
});

test.each(["ak_0123456789", "sk-proj-0123456789", "lk_0123456789"])("withholds %s", (secret) => {
  log.error("x", new Error(`401 Invalid API key: ${secret}`, { cause: new Error(secret) }));
  expect(lines[0]).not.toContain(secret);
});

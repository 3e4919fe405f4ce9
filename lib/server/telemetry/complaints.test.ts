import { diag } from "@opentelemetry/api";
import { afterEach, expect, test, vi } from "vitest";
import { registerSecrets } from "../withheld.ts";
import { logComplaints, reasonOf } from "./complaints.ts";

afterEach(() => void vi.restoreAllMocks());

test("of a complaint, what went wrong is told, without secrets and stacks", () => {
  registerSecrets(["key-of-the-collector"]);
  const failure = { message: "Forbidden: key-of-the-collector", stack: "at x", data: "words" };
  expect(reasonOf(JSON.stringify(failure))).toBe("Forbidden: [withheld]");
  expect(reasonOf("{ not JSON")).toBe("{ not JSON");
  expect(reasonOf("x".repeat(500))).toHaveLength(200);
});

test("many complaints are one line of the log", () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  logComplaints();
  for (let index = 0; index < 10; index += 1) diag.error(`{"message":"ECONNREFUSED ${index}"}`);
  diag.info("something else");
  expect(warned.mock.calls.map(([line]) => JSON.parse(line))).toMatchObject([
    { level: "warn", event: "telemetry.failed", reason: "ECONNREFUSED 0" },
  ]);
});

import { asSchema } from "ai";
import { expect, test, vi } from "vitest";
import type { RouterTool } from "../router/mcp-connection.ts";
import { checkedSchema } from "./checked-schema.ts";

type InputSchema = RouterTool["inputSchema"];
const branch: InputSchema = {
  type: "object",
  properties: { name: { type: "string" }, depth: { type: "integer", minimum: 1 } },
  required: ["name"],
};
const check = async (schema: InputSchema, value: unknown) => {
  const result = await asSchema(checkedSchema(schema)).validate?.(value);
  return result?.success ? "ok" : result?.error.message;
};

test.each([
  [{ name: "main" }, "ok"],
  [{ name: "main", more: true }, "ok"],
  [{}, "data must have required property 'name'"],
  [{ name: 7 }, "data/name must be string"],
  [{ name: "main", depth: 0 }, "data/depth must be >= 1"],
  ["main", "The arguments have to be a JSON object."],
  [["main"], "The arguments have to be a JSON object."],
  [null, "The arguments have to be a JSON object."],
])("%j: %s", async (value, expected) => {
  expect(await check(branch, value)).toBe(expected);
});

test("a schema that nobody can check stops nobody", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const odd = { type: "object", properties: { a: { $ref: "https://nowhere.example/a" } } } as const;
  expect(await check(odd, { a: 1 })).toBe("ok");
  const unknownFormat = { type: "object", properties: { a: { type: "string", format: "x-y" } } };
  expect(await check(unknownFormat as InputSchema, { a: "1" })).toBe("ok");
});

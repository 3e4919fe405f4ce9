import { expect, test } from "vitest";
import { z } from "zod";
import { readJson } from "./body.ts";

const schema = z.strictObject({ text: z.string().min(1, "Write a message first.") });
const address = "http://localhost/api";

function post(body: string | ReadableStream, type: string | null = "application/json") {
  return new Request(address, {
    method: "POST",
    body,
    headers: type === null ? {} : { "content-type": type },
    ...(typeof body === "string" ? {} : { duplex: "half" }),
  } as RequestInit);
}

test("reads JSON that fits the schema", async () => {
  expect(await readJson(post('{"text":"häuser 😀"}'), schema)).toEqual({ text: "häuser 😀" });
  const spelled = post('{"text":"\\ud83d\\ude00"}', "application/json; charset=utf-8");
  expect(await readJson(spelled, schema)).toEqual({ text: "😀" });
});

test("replaces characters that no database keeps", async () => {
  const body = post('{"text":"a\\u0000b\\ud83d"}');
  expect(await readJson(body, schema)).toEqual({ text: "a\uFFFDb\uFFFD" });
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", null])(
  "refuses the type %s",
  async (type) => {
    const refused = readJson(post('{"text":"a"}', type), schema);
    await expect(refused).rejects.toMatchObject({ code: "unsupported_media_type", status: 415 });
  },
);

test.each([
  ["", "The body is not valid JSON."],
  ["{", "The body is not valid JSON."],
  [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, undefined],
  ["null", undefined],
  ['{"text":1}', undefined],
  ['{"text":""}', "Write a message first."],
  ['{"text":"a","parts":[]}', undefined],
])("refuses %.20s", async (body, message) => {
  const refused = readJson(post(body), schema);
  await expect(refused).rejects.toMatchObject({
    code: "invalid_request",
    status: 400,
    ...(message ? { message } : {}),
  });
});

test("names the wrong field", async () => {
  await expect(readJson(post('{"text":1}'), schema)).rejects.toMatchObject({
    hint: "Look at “text”.",
  });
});

test("refuses more than 1 MB by its header, before anything is read", async () => {
  const request = post(`"${"a".repeat(1_000_000)}"`);
  request.headers.set("content-length", "1000002");
  await expect(readJson(request, schema)).rejects.toMatchObject({ status: 413 });
  expect(request.bodyUsed).toBe(false);
});

test("stops reading a stream that says nothing about its length", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(100_000).fill(0x20));
    },
  });
  await expect(readJson(post(endless), schema)).rejects.toMatchObject({ status: 413 });
  expect(sent).toBeLessThan(20);
});

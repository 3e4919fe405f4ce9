import { streamText } from "ai";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type HttpServer, startHttpServer } from "@/tests/support/http-server";
import { configure, installForTests } from "@/tests/support/installation";
import { cutStream, modelStreamText } from "@/tests/support/model-stream";
import { languageModel } from "./model.ts";
import { fetchUpToTheBreak } from "./model-fetch.ts";

let server: HttpServer;
const whole = modelStreamText({ text: "x" });
const delta = whole.match(/event: response.output_text.delta\n.*\n\n/)?.[0].replace('""', '"x"');
const many = new TextEncoder().encode(
  whole.slice(0, whole.indexOf("event: response.output_text.delta")) + delta?.repeat(300),
);

beforeAll(async () => {
  server = await startHttpServer(({ url }) =>
    url.endsWith("/refused") ? new Response("no", { status: 400 }) : cutStream(many, many.length),
  );
});
installForTests(() => server.origin);
afterAll(() => server.close());

describe("an answer whose connection breaks", () => {
  test("ends there for a slow listener too, with all that came before", async () => {
    configure({ OPENAI_BASE_URL: `${server.origin}/v1` });
    const onBreak = vi.fn();
    const { stream } = streamText({
      model: languageModel("gpt-5", onBreak),
      prompt: "Hi",
      maxRetries: 0,
    });
    let heard = "";
    for await (const part of stream) {
      await new Promise(setImmediate);
      if (part.type === "text-delta") heard += part.text;
      if (part.type === "finish") expect(part.finishReason).toBe("interrupted");
    }
    expect(heard).toBe("x".repeat(300));
    expect(onBreak).toHaveBeenCalledOnce();
  });

  test("leaves alone what is no answer", async () => {
    const onBreak = vi.fn();
    const response = await fetchUpToTheBreak(onBreak)(`${server.origin}/refused`);
    expect([response.status, await response.text()]).toEqual([400, "no"]);
    expect(onBreak).not.toHaveBeenCalled();
  });
});

import { describe, expect, it } from "vitest";
import { handleModelRequest } from "./index";
import { configuration } from "./testing/converse";

const address = "http://model.test/sandbox/model/v1/responses";

function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(address, {
    method: "POST",
    headers: { authorization: `Bearer ${configuration.modelKey}`, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function errorOf(request: Request) {
  const response = await handleModelRequest(request, configuration);
  const body = (await response.json()) as { error: Record<string, unknown> };
  return { status: response.status, error: body.error };
}

describe("the model's front door", () => {
  it("refuses a missing and a wrong key in OpenAI's envelope", async () => {
    const missing = await errorOf(new Request(address, { method: "POST" }));
    expect(missing.status).toBe(401);
    const wrong = await errorOf(post({}, { authorization: "Bearer sk-wrong-key" }));
    expect(wrong).toMatchObject({
      status: 401,
      error: { type: "invalid_request_error", code: "invalid_api_key", param: null },
    });
    expect(String(wrong.error.message)).not.toContain("sk-wrong-key");
  });

  it.each([
    ["not JSON", "{", null],
    ["no model", { input: "hi" }, "model"],
    ["no input", { model: "gpt-5" }, "input"],
    ["a broken call", { model: "gpt-5", input: [{ type: "function_call", name: 3 }] }, "input.0"],
    [
      "a stored response",
      { model: "gpt-5", input: "hi", previous_response_id: "resp_1" },
      "previous_response_id",
    ],
  ])("answers 400 to %s", async (_, body, param) => {
    expect(await errorOf(post(body))).toMatchObject({ status: 400, error: { param } });
  });

  it("answers 404 to another path and 405 to another method", async () => {
    const headers = { authorization: `Bearer ${configuration.modelKey}` };
    expect((await errorOf(new Request("http://model.test/v1/chat", { headers }))).status).toBe(404);
    expect((await errorOf(new Request(address, { headers }))).status).toBe(405);
  });

  it("answers in one piece when no stream is wanted", async () => {
    const response = await handleModelRequest(post({ model: "gpt-x", input: "hi" }), configuration);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      id: expect.stringMatching(/^resp_/),
      object: "response",
      status: "completed",
      model: "gpt-x",
      output: [
        {
          id: expect.stringMatching(/^msg_/),
          type: "message",
          role: "assistant",
          content: [
            { type: "output_text", text: expect.stringContaining("Hello"), annotations: [] },
          ],
        },
      ],
      usage: { input_tokens: expect.any(Number), output_tokens: expect.any(Number) },
    });
  });
});

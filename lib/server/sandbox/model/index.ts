import "server-only";
import type { SandboxConfiguration } from "../contract";
import { titleStep } from "./answers/title";
import { readConversation } from "./planner/conversation";
import { nextStep } from "./planner/next-step";
import { refuseUnauthorized } from "./protocol/authorization";
import { errorResponse, invalidRequest } from "./protocol/errors";
import { eventStream } from "./protocol/event-stream";
import { responseEvents } from "./protocol/events";
import { outputItems } from "./protocol/output";
import { type ResponseRequest, responseRequestSchema } from "./protocol/request";
import { beginResponse, completeResponse } from "./protocol/response-object";
import { estimateUsage } from "./protocol/usage";

async function readBody(request: Request): Promise<ResponseRequest | Response> {
  const body: unknown = await request.json().catch(() => undefined);
  if (body === undefined) {
    return invalidRequest("We could not parse the JSON body of your request.");
  }
  const parsed = responseRequestSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const param = issue?.path.join(".");
    return invalidRequest(
      `Invalid value${param ? ` for '${param}'` : ""}: ${issue?.message ?? "unreadable"}.`,
      param,
      "invalid_value",
    );
  }
  if (parsed.data.previous_response_id) {
    return invalidRequest(
      `Previous response with id '${parsed.data.previous_response_id}' not found.`,
      "previous_response_id",
      "previous_response_not_found",
    );
  }
  return parsed.data;
}

/**
 * The embedded model: OpenAI's `POST …/responses`, streamed or whole, answered by scripts instead of a language model.
 * It keeps nothing between requests; every answer follows from `input` and `tools` alone.
 *
 * Errors come in OpenAI's envelope: 401 wrong key, 404 another path, 405 another method, 400 an unreadable body.
 */
export async function handleModelRequest(
  request: Request,
  configuration: SandboxConfiguration,
): Promise<Response> {
  const refused = refuseUnauthorized(request, configuration.modelKey);
  if (refused) return refused;
  const { pathname } = new URL(request.url);
  if (!/\/responses\/?$/.test(pathname)) {
    return errorResponse(404, {
      message: `Invalid URL (${request.method} ${pathname})`,
      type: "invalid_request_error",
    });
  }
  if (request.method !== "POST") {
    return errorResponse(
      405,
      {
        message: `Not allowed to ${request.method} on ${pathname}. (HINT: Perhaps you meant to use a different HTTP method?)`,
        type: "invalid_request_error",
        code: "method_not_supported",
      },
      { allow: "POST" },
    );
  }
  const body = await readBody(request);
  if (body instanceof Response) return body;

  const output = outputItems(titleStep(body.input) ?? nextStep(await readConversation(body)));
  const usage = estimateUsage(body, output);
  const response = beginResponse(body);
  const headers = { "x-request-id": `req_${crypto.randomUUID().replaceAll("-", "")}` };
  if (!body.stream) {
    return Response.json(completeResponse(response, output, usage), { headers });
  }
  return new Response(
    eventStream(
      responseEvents(response, output, usage),
      configuration.wordInterval,
      request.signal,
    ),
    {
      headers: {
        ...headers,
        "content-type": "text/event-stream; charset=utf-8",
        // Without no-transform the server in front compresses the stream and the deltas arrive in lumps.
        "cache-control": "no-cache, no-transform",
      },
    },
  );
}

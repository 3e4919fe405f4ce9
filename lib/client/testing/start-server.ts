import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { UIMessageChunk } from "ai";
import { vi } from "vitest";

export type Answer = (request: { body: unknown; after: number }, response: ServerResponse) => void;
type Received = { call: string; body: unknown };

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const piece of request) text += piece;
  return text ? JSON.parse(text) : undefined;
}

/**
 * A real HTTP server for the browser's side: `answers` are taken by call, such as `POST /api/chats/1/messages`, the last one
 * again and again. Paths of `fetch` lead to it until {@link vi.unstubAllGlobals}.
 */
export async function startServer(answers: Record<string, Answer[]>) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://server.invalid");
    const call = `${request.method} ${url.pathname}`;
    const body = await readBody(request);
    received.push({ call: `${call}${url.search}`, body });
    const left = answers[call] ?? [];
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer) answer({ body, after: Number(url.searchParams.get("after") ?? 0) }, response);
    else response.writeHead(404).end("nothing here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const network = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) =>
    network(new URL(path, origin), init),
  );
  return {
    received,
    async close() {
      vi.unstubAllGlobals();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with JSON. */
export const json =
  (status: number, body: unknown): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };

export const noContent: Answer = (_request, response) => {
  response.writeHead(204).end();
};

/** Cuts the connection before an answer. */
export const hangUp: Answer = (_request, response) => {
  response.destroy();
};

/**
 * Answers with the events of a run from the number that was asked for, up to `until`. Then the stream ends, breaks, or stays
 * open.
 */
export const events =
  (
    chunks: (UIMessageChunk | string)[],
    { runId = "run", until = chunks.length, ending = "end" as "end" | "break" | "stay" } = {},
  ): Answer =>
  ({ after }, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "x-run-id": runId });
    const numbered = [...chunks.entries()].slice(after, until);
    const text = numbered
      .map(([number, chunk]) => {
        const data = typeof chunk === "string" ? chunk : JSON.stringify(chunk);
        return `id: ${number}\ndata: ${data}\n\n`;
      })
      .join("");
    response.write(`: alive\n\n${text}`, () => {
      if (ending === "end") response.end();
      if (ending === "break") response.destroy();
    });
  };

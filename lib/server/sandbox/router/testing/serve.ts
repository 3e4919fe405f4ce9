import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";

type Handle = (request: Request, path: readonly string[]) => Promise<Response>;

function toRequest(message: IncomingMessage, response: ServerResponse): Request {
  const disconnected = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) disconnected.abort();
  });
  const hasBody = message.method !== "GET" && message.method !== "HEAD";
  const headers = Object.entries(message.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  );
  return new Request(new URL(message.url ?? "/", `http://${message.headers.host}`), {
    method: message.method ?? "GET",
    headers,
    signal: disconnected.signal,
    ...(hasBody ? { body: Readable.toWeb(message) as ReadableStream, duplex: "half" } : {}),
  });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body) for await (const chunk of answer.body) response.write(chunk);
  response.end();
}

export type TestServer = AsyncDisposable & {
  /** `http://127.0.0.1:{port}` */
  origin: string;
};

/** Serves `handle` below `/sandbox` on a free loopback port, over real HTTP, as Next would. */
export async function serve(handle: Handle): Promise<TestServer> {
  const server = createServer(async (message, response) => {
    const request = toRequest(message, response);
    const path = new URL(request.url).pathname.split("/").slice(2).map(decodeURIComponent);
    await send(await handle(request, path), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

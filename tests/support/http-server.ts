import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** One request's connection, for servers that misbehave. */
export type Connection = {
  /** Breaks the connection where it stands. */
  cut(): void;
  /** Aborted when the client has gone before its answer was complete. */
  gone: AbortSignal;
};

type Handle = (request: Request, connection: Connection) => Promise<Response> | Response;

function toRequest(message: IncomingMessage, origin: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const hasBody = message.method !== "GET" && message.method !== "HEAD";
  return new Request(new URL(message.url ?? "/", origin), {
    method: message.method ?? "GET",
    headers,
    signal,
    ...(hasBody ? { body: Readable.toWeb(message), duplex: "half" } : {}),
  } as RequestInit);
}

async function answer(response: Response, to: ServerResponse): Promise<void> {
  to.writeHead(response.status, Object.fromEntries(response.headers));
  to.flushHeaders();
  if (response.body) await pipeline(Readable.fromWeb(response.body as never), to).catch(() => {});
  else to.end();
}

export type HttpServer = {
  origin: string;
  /** Method and path of every request so far. */
  requests: string[];
  close(): Promise<void>;
};

/** A real HTTP server on a free port of this machine. A handler that never answers is allowed. */
export async function startHttpServer(handle: Handle): Promise<HttpServer> {
  const requests: string[] = [];
  const server = createServer((message, response) => {
    const gone = new AbortController();
    response.on("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    requests.push(`${message.method} ${message.url}`);
    const connection = { cut: () => void message.socket.destroy(), gone: gone.signal };
    Promise.resolve(handle(toRequest(message, origin(), gone.signal), connection)).then(
      (given) => answer(given, response),
      () => message.socket.destroy(),
    );
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: origin(),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

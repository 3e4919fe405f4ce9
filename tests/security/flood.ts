import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";

/** How a server answered a body that is much too large. */
export type Refusal = {
  status: number;
  /** Milliseconds from the first byte to the answer. */
  milliseconds: number;
};

/** A body that is much too large: its bytes, whether its length is said beforehand, how many bytes are sent without an answer, and how: with POST. */
export type Flood = { size: number; announced: boolean; sent?: number; method?: string };

const block = Buffer.alloc(64 * 1_024, 0x61);

/** Sends a flood and waits for its answer. */
export function postMuch(
  address: URL,
  { size, announced, sent: allowed = size, method = "POST" }: Flood,
): Promise<Refusal> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let sent = 0;
    const outgoing = request(address, {
      method,
      // A server that is asked to close the connection does, and what is under way then breaks before the answer is read.
      agent: new Agent({ keepAlive: true }),
      headers: {
        origin: address.origin,
        "content-type": "application/json",
        ...(announced ? { "content-length": size } : { "transfer-encoding": "chunked" }),
      },
    });
    outgoing.on("response", (response) => {
      resolve({
        status: response.statusCode ?? 0,
        milliseconds: performance.now() - started,
      });
      response.resume();
      outgoing.destroy();
    });
    outgoing.on("error", reject);
    const pump = () => {
      while (sent < allowed && !outgoing.destroyed) {
        sent += block.length;
        if (!outgoing.write(block)) {
          outgoing.once("drain", pump);
          return;
        }
      }
      if (sent >= size) outgoing.end();
    };
    pump();
  });
}

/** Connections that send a request one byte at a time and never come to its end. */
export function dripConnections(address: URL, count: number, begin: string): () => void {
  const sockets: Socket[] = Array.from({ length: count }, () => {
    const socket = connect(Number(address.port), address.hostname);
    socket.on("error", () => {});
    socket.write(begin);
    return socket;
  });
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write("a");
  }, 500);
  return () => {
    clearInterval(timer);
    for (const socket of sockets) socket.destroy();
  };
}

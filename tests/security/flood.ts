import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";

/** How a server answered a body that is much too large. */
export type Refusal = {
  status: number;
  /** Milliseconds from the first byte to the answer. */
  milliseconds: number;
  /** Bytes that had left when the answer came. */
  sent: number;
};

const block = Buffer.alloc(64 * 1_024, 0x61);

/** POSTs so many bytes of JSON to come, whether it says so beforehand or not. */
export function postMuch(
  address: URL,
  size: number,
  announced: boolean,
  headers: Record<string, string> = {},
): Promise<Refusal> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let sent = 0;
    const outgoing = request(address, {
      method: "POST",
      // A server that is asked to close the connection does, and what is under way then breaks before the answer is read.
      agent: new Agent({ keepAlive: true }),
      headers: {
        origin: address.origin,
        "content-type": "application/json",
        ...(announced ? { "content-length": size } : { "transfer-encoding": "chunked" }),
        ...headers,
      },
    });
    outgoing.on("response", (response) => {
      resolve({
        status: response.statusCode ?? 0,
        milliseconds: performance.now() - started,
        sent,
      });
      response.resume();
      outgoing.destroy();
    });
    outgoing.on("error", reject);
    const pump = () => {
      while (sent < size && !outgoing.destroyed) {
        sent += block.length;
        if (!outgoing.write(block)) {
          outgoing.once("drain", pump);
          return;
        }
      }
      outgoing.end();
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

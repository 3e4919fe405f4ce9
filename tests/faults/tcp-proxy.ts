import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type Exchange, exchangeOf, type Matches } from "./exchange";
import { readHttpMessage } from "./http-message";

/** What the network does to one request and its answer. */
export type Fault =
  /** Stops it before it reaches the service. It stays on the way, even when its sender has gone. */
  | { kind: "hold-request" }
  /** Stops the answer when the service has given all of it, before any of it reaches us. */
  | { kind: "hold-answer" }
  /** Breaks the connection when the service has given all of the answer, so that nothing of it reaches us. */
  | { kind: "lose-answer"; reset: boolean }
  /** Passes the answer up to these words, and stops the rest. */
  | { kind: "hold-answer-from"; words: string }
  /** Breaks the connection before the request reaches the service. */
  | { kind: "drop" }
  /** Passes that many bytes of the answer; then the connection ends, or is reset. */
  | { kind: "cut"; bytes: number; reset: boolean }
  | { kind: "delay"; milliseconds: number };

/** A fault that waits for its request. */
type Point = {
  /** Resolves when the fault stands: the request or answer is held, or the connection broken. */
  reached: Promise<Exchange>;
  /** Lets go of what is held. */
  release(): void;
};

type Standing = { fault: Fault; reach: (exchange: Exchange) => void; released: Promise<void> };

/** How many bytes of an answer a fault lets pass so far, and whether it stands. */
function letThrough(fault: Fault, answer: Buffer): { passing: number; stands: boolean } {
  switch (fault.kind) {
    case "hold-answer":
    case "lose-answer":
      return { passing: 0, stands: readHttpMessage(answer) !== null };
    case "hold-answer-from": {
      const place = answer.indexOf(fault.words);
      const stands = place >= 0;
      return { passing: stands ? place : answer.length - fault.words.length, stands };
    }
    case "cut":
      return {
        passing: Math.min(answer.length, fault.bytes),
        stands: answer.length >= fault.bytes,
      };
    default:
      return { passing: answer.length, stands: false };
  }
}

/** One connection of a client, and its own to the service. HTTP/1.1, one request after the other. */
class Link {
  readonly #client: Socket;
  readonly #connectService: () => Socket;
  readonly #faultFor: (exchange: Exchange) => Standing | undefined;
  #request = Buffer.alloc(0);
  #answer = Buffer.alloc(0);
  #passed = 0;
  #current: { exchange: Exchange; standing: Standing | undefined } | undefined;
  #holdsRequest = false;
  #service: Socket;

  constructor(
    client: Socket,
    connectService: () => Socket,
    faultFor: (exchange: Exchange) => Standing | undefined,
  ) {
    this.#client = client;
    this.#connectService = connectService;
    this.#faultFor = faultFor;
    this.#service = this.#openService();
    client.on("data", (bytes) => {
      this.#request = Buffer.concat([this.#request, bytes]);
      void this.#takeRequests();
    });
    client.on("close", () => {
      if (!this.#holdsRequest) this.#service.destroy();
    });
  }

  #openService(): Socket {
    const service = this.#connectService();
    service.on("data", (bytes) => this.#takeAnswer(bytes));
    service.on("close", () => {
      if (!this.#holdsRequest) this.#client.end();
    });
    return service;
  }

  async #takeRequests(): Promise<void> {
    for (;;) {
      const message = this.#holdsRequest ? null : readHttpMessage(this.#request);
      if (!message) return;
      const bytes = this.#request.subarray(0, message.size);
      this.#request = this.#request.subarray(message.size);
      const exchange = exchangeOf(message);
      const standing = this.#faultFor(exchange);
      this.#current = { exchange, standing };
      this.#answer = Buffer.alloc(0);
      this.#passed = 0;
      this.#holdsRequest = true;
      if (standing) await this.#beforeService(exchange, standing);
      this.#holdsRequest = false;
      if (exchange.state === "broken") return;
      // A service closes a connection on which it hears nothing for a while; what is on its way finds another.
      if (!this.#service.writable) this.#service = this.#openService();
      exchange.state = "delivered";
      this.#service.write(bytes);
    }
  }

  async #beforeService(exchange: Exchange, { fault, reach, released }: Standing): Promise<void> {
    switch (fault.kind) {
      case "hold-request":
        reach(exchange);
        return released;
      case "drop":
        exchange.state = "broken";
        this.#break(true);
        return reach(exchange);
      case "delay":
        return delay(fault.milliseconds);
    }
  }

  #takeAnswer(bytes: Buffer): void {
    const { exchange, standing } = this.#current ?? {};
    if (!exchange || !standing) {
      this.#pass(bytes);
      return;
    }
    this.#answer = Buffer.concat([this.#answer, bytes]);
    const { fault, reach, released } = standing;
    const { passing, stands } = letThrough(fault, this.#answer);
    this.#passUpTo(passing);
    if (!stands) return;
    if (fault.kind === "lose-answer" || fault.kind === "cut") this.#break(fault.reset);
    else void released.then(() => this.#passUpTo(this.#answer.length));
    reach(exchange);
  }

  #passUpTo(end: number): void {
    if (end <= this.#passed) return;
    this.#pass(this.#answer.subarray(this.#passed, end));
    this.#passed = end;
  }

  #pass(bytes: Buffer): void {
    if (this.#client.writable) this.#client.write(bytes);
  }

  #break(reset: boolean): void {
    this.#service.destroy();
    if (reset) this.#client.resetAndDestroy();
    else this.#client.end();
  }
}

export type TcpProxy = {
  /** `http://127.0.0.1:{port}` */
  origin: string;
  /** Every request that came, in its order. */
  exchanges: readonly Exchange[];
  /** Applies a fault to the next request that matches and that no earlier fault was waiting for. */
  intercept(matches: Matches, fault: Fault): Point;
  close(): Promise<void>;
};

/** A proxy on a free port of this machine that passes bytes to `target` and back, and does to them what it is told. */
export async function startTcpProxy(target: { port: number; host: string }): Promise<TcpProxy> {
  const exchanges: Exchange[] = [];
  const waiting: { matches: Matches; standing: Standing }[] = [];
  const sockets = new Set<Socket>();
  const faultFor = (exchange: Exchange): Standing | undefined => {
    exchanges.push(exchange);
    const place = waiting.findIndex(({ matches }) => matches(exchange));
    return place < 0 ? undefined : waiting.splice(place, 1)[0]?.standing;
  };
  const keep = (socket: Socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    return socket;
  };
  const server = createServer(
    (client) => new Link(keep(client), () => keep(connect(target)), faultFor),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    intercept(matches, fault) {
      const reached = Promise.withResolvers<Exchange>();
      const released = Promise.withResolvers<void>();
      const standing = { fault, reach: reached.resolve, released: released.promise };
      waiting.push({ matches, standing });
      return { reached: reached.promise, release: released.resolve };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

import "server-only";
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { environment } from "../environment.ts";

// On the global object, because a bundler may load this module twice.
const headerKey = Symbol.for("branchline.client-address-header");
const holder = globalThis as { [headerKey]?: string };

/** The header under which a request carries its address inside this process. Nobody outside can know its name. */
function addressHeader(): string {
  holder[headerKey] ??= `x-client-address-${randomUUID()}`;
  return holder[headerKey];
}

/** Headers that only a proxy of one's own may set: who asks for what, and which trace it is part of. */
const proxyHeaders = [
  ...["host", "proto", "port", "for"].map((name) => `x-forwarded-${name}`),
  "traceparent",
  "tracestate",
];

/**
 * The address a request came from.
 *
 * @param peer who the connection is from
 * @param forwarded the X-Forwarded-For header, to whose end every proxy adds who its connection was from
 * @param proxies how many proxies of one's own a request passes
 */
export function addressOf(peer: string, forwarded: string, proxies: number): string {
  if (proxies === 0) return peer;
  const claimed = forwarded.split(",").at(-proxies)?.trim() ?? "";
  return isIP(claimed) ? claimed : peer;
}

/** An address as limits know it: IPv6 by the network of 64 bits that one household or one machine has. */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (isIP(address) !== 6) return address;
  const [left = "", right] = (address.split("%")[0] ?? "").split("::");
  const head = left ? left.split(":") : [];
  const tail = right ? right.split(":") : [];
  const zeros = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array<string>(zeros).fill("0"), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/**
 * Notes on every request that reaches this process where it came from, before anything reads it: a route handler sees no
 * connection, and Next.js keeps whatever X-Forwarded-For a client sends. What only a proxy may say is taken away when there is
 * none.
 */
export function noteClientAddresses(): void {
  const { trustedProxies } = environment();
  subscribe("http.server.request.start", (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    const forwarded = String(headers["x-forwarded-for"] ?? "");
    const address = addressOf(socket.remoteAddress ?? "", forwarded, trustedProxies);
    headers[addressHeader()] = network(address);
    if (trustedProxies === 0) for (const name of proxyHeaders) delete headers[name];
  });
}

/** Where a request came from, for limits; all whose origin is unknown count as one. */
export function clientAddress(request: Pick<Request, "headers">): string {
  return request.headers.get(addressHeader()) ?? "unknown";
}

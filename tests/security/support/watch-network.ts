/**
 * Loaded into a server before anything of its own (`node --import`): writes down every connection it opens and every name it
 * looks up, in `WATCH_NETWORK_FILE`. Every name leads to this machine, so that whatever is asked for by name arrives at a port
 * that a test listens on.
 */
import { appendFileSync } from "node:fs";
import { createRequire, syncBuiltinESMExports } from "node:module";

type Lookup = (error: Error | null, address?: unknown, family?: number) => void;
type Destination = { host?: string; port?: number | string; path?: string };

// The modules' own objects: what the import statement gives could not be replaced.
const require = createRequire(import.meta.url);
const net: typeof import("node:net") = require("node:net");
const dns: typeof import("node:dns") = require("node:dns");
const datagrams: typeof import("node:dgram") = require("node:dgram");

const file = process.env.WATCH_NETWORK_FILE ?? "/dev/null";
const thisMachine = "127.0.0.1";
const isAddress = (host: string) => net.isIP(host) !== 0;

const note = (kind: "connect" | "lookup", destination: string) =>
  appendFileSync(file, `${JSON.stringify({ kind, destination })}\n`);

function destinationOf(first: unknown, second: unknown): Destination {
  // Node itself calls with the arguments as one list.
  if (Array.isArray(first)) return destinationOf(first[0], first[1]);
  if (typeof first === "object" && first !== null) return first;
  return typeof second === "string"
    ? { port: Number(first), host: second }
    : { port: String(first) };
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: import("node:net").Socket, ...given: unknown[]) {
  const { host = "localhost", port, path } = destinationOf(given[0], given[1]);
  note("connect", path ? `unix:${path}` : `${host}:${port}`);
  return Reflect.apply(connect, this, given);
} as typeof connect;

const lookup = dns.lookup;
dns.lookup = ((name: string, ...rest: unknown[]) => {
  if (isAddress(name) || name === "localhost") return Reflect.apply(lookup, dns, [name, ...rest]);
  note("lookup", name);
  const done = rest.at(-1) as Lookup;
  const [options] = rest;
  const all = typeof options === "object" && options !== null && "all" in options && options.all;
  const found = { address: thisMachine, family: 4 };
  setImmediate(() => (all ? done(null, [found]) : done(null, thisMachine, 4)));
}) as unknown as typeof lookup;

for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.keys(Object.getOwnPropertyDescriptors(resolver))) {
    if (!/^(resolve|reverse)/.test(name)) continue;
    const original: unknown = Reflect.get(resolver, name);
    if (typeof original !== "function") continue;
    Reflect.set(resolver, name, function (this: unknown, ...given: unknown[]) {
      note("lookup", String(given[0]));
      return Reflect.apply(original, this, given);
    });
  }

const lookupPromised = dns.promises.lookup;
dns.promises.lookup = (async (name: string, ...rest: unknown[]) => {
  if (isAddress(name) || name === "localhost")
    return Reflect.apply(lookupPromised, dns.promises, [name, ...rest]);
  note("lookup", name);
  return { address: thisMachine, family: 4 };
}) as unknown as typeof lookupPromised;

const send = datagrams.Socket.prototype.send;
datagrams.Socket.prototype.send = function (
  this: import("node:dgram").Socket,
  ...given: unknown[]
) {
  note("connect", `udp:${given.filter((one) => typeof one !== "object").join(":")}`);
  return Reflect.apply(send, this, given);
} as typeof send;

syncBuiltinESMExports();

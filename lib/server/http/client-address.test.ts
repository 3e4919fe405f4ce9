import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { configure, installForTests } from "@/tests/support/installation";
import { addressOf, clientAddress, network, noteClientAddresses } from "./client-address.ts";

describe("with no proxy", () => {
  test.each(["", "203.0.113.9", "203.0.113.9, 198.51.100.1", "nonsense"])(
    "%j in X-Forwarded-For changes nothing",
    (forwarded) => expect(addressOf("192.0.2.1", forwarded, 0)).toBe("192.0.2.1"),
  );
});

describe("with proxies of one's own", () => {
  test.each([
    ["203.0.113.9", 1, "203.0.113.9"],
    ["6.6.6.6, 203.0.113.9", 1, "203.0.113.9"],
    ["6.6.6.6, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"],
    ["2001:db8::1", 1, "2001:db8::1"],
    ["", 1, "192.0.2.1"],
    ["203.0.113.9", 2, "192.0.2.1"],
    ["unknown", 1, "192.0.2.1"],
    ["203.0.113.9:4711", 1, "192.0.2.1"],
  ])("%j behind %d", (forwarded, proxies, expected) => {
    expect(addressOf("192.0.2.1", forwarded, proxies)).toBe(expected);
  });
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::1", "0:0:0:0"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:0DB8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["", ""],
])("%j counts as %j", (address, expected) => {
  expect(network(address)).toBe(expected);
});

describe("a request over the wire", () => {
  installForTests();
  beforeAll(() => {
    configure({ TRUST_PROXY: "0" });
    noteClientAddresses();
  });

  test("comes from where its connection does, whatever its headers say", async () => {
    const seen: Record<string, unknown>[] = [];
    const server = createServer((request, response) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
      seen.push({ ...Object.fromEntries(headers), address: clientAddress({ headers }) });
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const forged = {
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-client-address": "203.0.113.9",
    };
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/`, { headers: forged });
    server.close();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ address: "127.0.0.1" });
    for (const name of ["for", "host", "proto"])
      expect(seen[0]).not.toHaveProperty(`x-forwarded-${name}`);
  });
});

import { describe, expect, it } from "vitest";
import { destinationOf, isProvider, saysItself } from "./link-address";

const hostOf = (address: string) => destinationOf(address)?.host;

describe("destinationOf", () => {
  it.each([
    ["https://bitbucket.org/acme/api", "https://bitbucket.org/acme/api"],
    ["HTTPS://bitbucket.org", "https://bitbucket.org/"],
    ["http://example.com/a b", "http://example.com/a%20b"],
    ["mailto:jane@example.com", "mailto:jane@example.com"],
    ["mailto:jane@example.com?body=secret&cc=eve@evil.example", "mailto:jane@example.com"],
    ["https://bitbucket.org:secret@evil.example/x", "https://evil.example/x"],
    ["https://bitbucket.org%2Facme@evil.example/", "https://evil.example/"],
  ])("%s opens as %s", (address, expected) => {
    expect(destinationOf(address)?.address).toBe(expected);
  });

  it.each([
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "blob:https://example.com/1",
    "file:///etc/passwd",
    "ftp://example.com",
    "//bitbucket.org",
    "/sandbox",
    "",
    undefined,
  ])("%j is no link", (address) => {
    expect(destinationOf(address)).toBeNull();
  });

  it.each([
    ["https://user@evil.example/", "evil.example"],
    ["https://bitbucket.org.evil.example/", "bitbucket.org.evil.example"],
    ["https://bitbuсket.org/", "xn--bitbuket-jch.org"],
    ["https://bitbucket.org。evil.example/", "bitbucket.org.evil.example"],
    ["https://bitbucket.org\\@evil.example/", "bitbucket.org"],
    ["https://evil.example\u202E/gro.tekcubtib", undefined],
    ["https://0x7f.1/", "127.0.0.1"],
    ["https://bitbucket.org:8443/", "bitbucket.org:8443"],
    ["mailto:eve%40evil.example", "eve@evil.example"],
  ])("the host of %s is %s", (address, expected) => {
    expect(hostOf(address)).toBe(expected);
  });
});

it.each([
  ["https://bitbucket.org/acme", true],
  ["https://bitbucket.org:8443/acme", false],
  ["https://bitbucket.org.evil.example/", false],
  ["https://xn--bitbuket-jch.org/", false],
])("%s is the provider: %s", (address, expected) => {
  const destination = destinationOf(address);
  expect(destination && isProvider(destination)).toBe(expected);
});

it.each([
  ["https://example.com/", true],
  ["https://example.com", true],
  ["example.com", true],
  ["https://bitbucket.org/", false],
  ["EXAMPLE.com", false],
  [["https://example.com/"], false],
  [undefined, false],
])("the words %j say https://example.com/ themselves: %s", (words, expected) => {
  expect(saysItself(words, { address: "https://example.com/", host: "example.com" })).toBe(
    expected,
  );
});

import { expect, it } from "vitest";
import { secureAddress } from "./external-link";

it.each([
  ["https://bitbucket.org/acme/api", "https://bitbucket.org/acme/api"],
  ["HTTPS://bitbucket.org", "https://bitbucket.org/"],
  ["http://bitbucket.org/acme", undefined],
  ["javascript:alert(1)", undefined],
  ["data:text/html,x", undefined],
  ["//bitbucket.org", undefined],
  ["/sandbox", undefined],
  ["", undefined],
  [undefined, undefined],
])("%s opens as %s", (address, expected) => {
  expect(secureAddress(address)).toBe(expected);
});

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { authSecret } from "@/tests/support/server-settings";
import { consentAddress } from "./open-attempt.ts";

beforeAll(() => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "branchline-"));
});

/** Settings are read once per process; here they are forgotten first. */
function configure(settings: Record<string, string>) {
  Object.assign(process.env, { COMPOSIO_API_KEY: "", COMPOSIO_BASE_URL: "", ...settings });
  Reflect.deleteProperty(globalThis, Symbol.for("branchline.environment"));
}

describe("with the hosted router", () => {
  beforeAll(() => configure({ COMPOSIO_API_KEY: "ak_test", AUTH_SECRET: authSecret }));

  test.each(["https://connect.composio.dev/link/lk_1", "https://backend.composio.dev/s/lk_1"])(
    "%s is opened",
    (link) => {
      expect(consentAddress(link)).toBe(link);
    },
  );

  test.each([
    "",
    "lk_1",
    "http://connect.composio.dev/link/lk_1",
    "https://connect.composio.dev.evil.example/link",
    "https://connect.composio.dev:8443/link",
    "https://evil.example/?https://connect.composio.dev/",
    "https://connect.composio.dev@evil.example/link",
    "//connect.composio.dev/link",
    "javascript:alert(1)//connect.composio.dev",
    "http://127.0.0.1:3000/sandbox/composio/link/lk_1",
  ])("%j is refused", (link) => {
    expect(() => consentAddress(link)).toThrow("unknown host");
  });
});

describe("with the embedded router", () => {
  beforeAll(() => configure({ PORT: "4567" }));

  test("the page is reached by its path, by whatever name the browser knows this server", () => {
    const path = "/sandbox/composio/link/lk_1?x=1";
    expect(consentAddress(`http://127.0.0.1:4567${path}`)).toBe(path);
    expect(() => consentAddress(`http://127.0.0.1:4568${path}`)).toThrow("unknown host");
  });

  test("a path cannot be read as another host", () => {
    const address = consentAddress("http://127.0.0.1:4567//evil.example/");
    expect(new URL(address, "http://own.invalid").origin).toBe("http://own.invalid");
  });
});

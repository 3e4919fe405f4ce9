import { describe, expect, test } from "vitest";
import { BranchlineError } from "./errors.ts";
import { quote, say } from "./say.ts";
import { registerSecrets, withholdSecrets } from "./withheld.ts";

registerSecrets(["gsk_0123456789abcdef", "a+b/c=d$&e[f", "short"]);

describe("of a service's text", () => {
  test.each([
    ["Wrong key gsk_0123456789abcdef.", "Wrong key [withheld]."],
    ['{"key":"a+b/c=d$&e[f"}', '{"key":"[withheld]"}'],
    ["gsk_0123456789abcdef gsk_0123456789abcdef", "[withheld] [withheld]"],
    [
      "Open https://connect.composio.dev/link/lk_abc-D_1?x=1",
      "Open https://connect.composio.dev/link/[withheld]?x=1",
    ],
    [
      "http://127.0.0.1:3000/sandbox/composio/consent/Ab-1",
      "http://127.0.0.1:3000/sandbox/composio/consent/[withheld]",
    ],
    [
      "short https://composio.dev/link/lk_abc sk-other",
      "short https://composio.dev/link/lk_abc sk-other",
    ],
  ])("%s", (text, safe) => {
    expect(withholdSecrets(text)).toBe(safe);
  });

  test("an error a person may see has none of it", () => {
    const error = new BranchlineError("router_failed", say("routerSaid", "gsk_0123456789abcdef"), {
      hint: quote("Open https://connect.composio.dev/link/lk_abc"),
    });
    expect(error.view()).toEqual({
      code: "router_failed",
      message: "The tool router answered: [withheld]",
      hint: "Open https://connect.composio.dev/link/[withheld]",
      said: { message: { key: "routerSaid", values: ["[withheld]"] } },
    });
  });
});

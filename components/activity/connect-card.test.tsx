import { describe, expect, it } from "vitest";
import { ServiceModesProvider } from "@/components/results/parts/service-modes";
import type { ServiceModes } from "@/lib/shared/api";
import type { ConnectionState } from "@/lib/shared/connection";
import { markupOf } from "@/tests/support/markup";
import { ConnectCard } from "./connect-card";

const expiresAt = "2026-11-22T12:10:00Z";

function render(state: ConnectionState, readOnly = false, router?: ServiceModes["router"]): string {
  return markupOf(
    <ServiceModesProvider value={router && { model: router, router }}>
      <ConnectCard connection={{ id: "c1", toolkit: "bitbucket", state }} readOnly={readOnly} />
    </ServiceModesProvider>,
  );
}

describe("ConnectCard", () => {
  it("opens the link by a form of its own, in a new tab", () => {
    const markup = render({ status: "needed" });
    const form = markup.match(/<form [^>]*>/)?.[0];
    expect(form).toContain('method="post"');
    expect(form).toContain('action="/connect/c1/open"');
    expect(form).toContain('target="_blank"');
    expect(markup).toContain("Connect Bitbucket to continue");
    expect(markup).toContain("Copy link");
    expect(markup).toContain("Not now");
  });

  it("says where the person will sign in, and never more than it knows", () => {
    expect(render({ status: "needed" }, false, "hosted")).toContain("You sign in at bitbucket.org");
    expect(render({ status: "needed" }, false, "embedded")).toContain("made-up consent page");
    const unknown = render({ status: "needed" });
    expect(unknown).not.toContain("bitbucket.org");
    expect(unknown).not.toContain("made-up");
  });

  it.each<[state: ConnectionState, words: string[]]>([
    [{ status: "opened", expiresAt }, ["Finish signing in", "Open again", "Check now"]],
    [
      { status: "waiting", expiresAt },
      ["Finish in the tab", "thrown away", "Check now", "Not now"],
    ],
    [{ status: "connected", account: "jane-acme" }, ["Connected as", "jane-acme", "continuing"]],
    [{ status: "connected" }, ["Connected to Bitbucket."]],
    [{ status: "failed", reason: "You declined." }, ["You declined.", "Try again"]],
    [
      { status: "failed", reason: "You declined.", cause: "refused" },
      ["Bitbucket said no", "You declined.", "What to ask your admin", "Try again"],
    ],
    [
      { status: "failed", reason: "x", cause: "not-configured" },
      ["is not set up on this server", "Ask the administrator", "auth config", "Not now"],
    ],
    [
      { status: "failed", reason: "x", cause: "unreachable" },
      ["cannot be reached", "Your chat is safe", "Try again"],
    ],
    [
      {
        status: "needed",
        lost: { account: "jane-acme", how: "signed-out", since: "2026-11-22T12:00:00Z" },
      },
      ["Reconnect Bitbucket to continue", "signed this app out of", "jane-acme", "Nov 22, 2026"],
    ],
    [
      { status: "needed", lost: { how: "switched-off", since: "2026-11-22T12:00:00Z" } },
      ["was switched off", "Reconnect Bitbucket"],
    ],
    [{ status: "expired" }, ["This link is no longer valid", "Get a new link"]],
    [{ status: "declined" }, ["Not now: Bitbucket was not connected."]],
  ])("$status", (state, words) => {
    const markup = render(state);
    for (const word of words) expect(markup).toContain(word);
    const shared = render(state, true);
    expect(shared).not.toMatch(/<button|<form|jane-acme|animate-spin/);
    expect(shared).toContain("Bitbucket");
  });
});

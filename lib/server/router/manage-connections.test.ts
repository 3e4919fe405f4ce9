import { describe, expect, test } from "vitest";
import {
  connectionsResult,
  pendingToolkits,
  textWithoutLinks,
  withoutLinks,
} from "./manage-connections.ts";

const tool = "COMPOSIO_MANAGE_CONNECTIONS";
const link = "https://connect.composio.dev/link/lk_SECRET";
const answer = {
  message: `All connections have been initiated, see ${link}`,
  results: {
    bitbucket: {
      toolkit: "bitbucket",
      status: "initiated",
      redirect_url: link,
      instruction: `Action required: Share ${link} with the user`,
      connected_account_id: "ca_1",
      nested: [{ deep: `go to ${link}, please` }],
    },
    jira: { toolkit: "jira", status: "active" },
    trello: { toolkit: "trello", status: "failed", error_message: `no ${link}` },
  },
};

test("names the toolkits that wait for a person", () => {
  expect(pendingToolkits(tool, answer)).toEqual(["bitbucket"]);
});

test.each([undefined, null, "text", {}, { results: [] }, { results: { bitbucket: "initiated" } }])(
  "finds none in %j",
  (data) => {
    expect(pendingToolkits(tool, data)).toEqual([]);
  },
);

test("believes no other tool", () => {
  expect(pendingToolkits("BITBUCKET_GET_SNIPPET", answer)).toEqual([]);
});

describe("links for signing in", () => {
  test("stay out of what is stored, at any depth", () => {
    const stored = JSON.stringify(withoutLinks(tool, answer));
    expect(stored).not.toContain("SECRET");
    expect(stored).not.toContain("connect.composio.dev");
    expect(stored).toContain('"status":"initiated"');
  });

  test("stay out of sentences", () => {
    expect(textWithoutLinks(tool, `Waiting for ${link} …`)).toBe("Waiting for [link withheld] …");
    expect(textWithoutLinks("COMPOSIO_WAIT_FOR_CONNECTIONS", link)).toBe("[link withheld]");
  });

  test("of repositories are no such links", () => {
    const data = { links: { html: { href: "https://bitbucket.org/acme/api" } } };
    expect(withoutLinks("BITBUCKET_GET_REPOSITORY", data)).toBe(data);
  });

  test.each([null, undefined, "text", 1])("%j needs no stripping", (data) => {
    expect(withoutLinks(tool, data)).toEqual(data);
  });
});

describe("the result once the person has answered", () => {
  test("with everything connected", () => {
    expect(connectionsResult([{ toolkit: "bitbucket", connected: true }])).toEqual({
      message: "All connections are active.",
      results: {
        bitbucket: { toolkit: "bitbucket", status: "active", has_active_connection: true },
      },
    });
  });

  test("with one declined", () => {
    const result = connectionsResult([
      { toolkit: "bitbucket", connected: true },
      { toolkit: "jira", connected: false },
    ]);
    expect(result.message).toContain("not to connect jira");
    expect(result.results).toMatchObject({ jira: { status: "declined" } });
  });
});

import { describe, expect, it } from "vitest";
import * as entities from "@/components/results/stories/entities";
import { ordinaryResults, receiptResults } from "@/components/results/stories/tool-results";
import { labelledTools } from "@/lib/language/english/actions/labels";
import { german } from "@/lib/language/german";
import type { ActionState } from "@/lib/shared/action";
import { sampleAction, sharedAction } from "../stories/sample-action";
import { describeAction, describeEffect, describeKind, effectButton } from "./describe-action";
import { accessRequest, checkRequest, retryRequest, undoRequest } from "./requests";

const words = german.actions;
const error = { code: "broken", message: "It broke." };
const running = { status: "running" } as const;

const inEveryState: ReadonlyArray<[state: ActionState, branch: string, diff: string]> = [
  [
    { status: "queued" },
    "Legt gleich Branch release/1.4 in acme/api an",
    "Liest gleich den Diff von Pull Request #42 in acme/api",
  ],
  [
    running,
    "Legt Branch release/1.4 in acme/api an",
    "Liest den Diff von Pull Request #42 in acme/api",
  ],
  [
    { status: "approval", approvalId: "a", warnings: [] },
    "Möchte Branch release/1.4 in acme/api anlegen",
    "Möchte den Diff von Pull Request #42 in acme/api lesen",
  ],
  [
    { status: "connection", connectionId: "c" },
    "Braucht Bitbucket, um Branch release/1.4 in acme/api anzulegen",
    "Braucht Bitbucket, um den Diff von Pull Request #42 in acme/api zu lesen",
  ],
  [
    { status: "succeeded", result: undefined },
    "Branch release/1.4 in acme/api angelegt",
    "Den Diff von Pull Request #42 in acme/api gelesen",
  ],
  [
    { status: "failed", error },
    "Konnte Branch release/1.4 in acme/api nicht anlegen",
    "Konnte den Diff von Pull Request #42 in acme/api nicht lesen",
  ],
  [
    { status: "denied" },
    "Branch release/1.4 in acme/api nicht angelegt",
    "Den Diff von Pull Request #42 in acme/api nicht gelesen",
  ],
  [
    { status: "blocked", error },
    "Durfte Branch release/1.4 in acme/api nicht anlegen",
    "Durfte den Diff von Pull Request #42 in acme/api nicht lesen",
  ],
  [
    { status: "cancelled" },
    "Abgebrochen: Branch release/1.4 in acme/api anlegen",
    "Abgebrochen: den Diff von Pull Request #42 in acme/api lesen",
  ],
  [
    { status: "unknown" },
    "Branch release/1.4 in acme/api vielleicht angelegt",
    "Den Diff von Pull Request #42 in acme/api vielleicht gelesen",
  ],
];

describe("describeAction in German", () => {
  it.each(inEveryState)("has its own word order for %j", (state, branch, diff) => {
    const textOf = (tool: string) => describeAction(sampleAction(tool, state), words).text;
    expect(textOf("BITBUCKET_CREATE_BRANCH")).toBe(branch);
    expect(textOf("BITBUCKET_GET_PULL_REQUEST_DIFF")).toBe(diff);
  });

  it.each([
    [
      "BITBUCKET_CREATE_PULL_REQUEST",
      "Erstellt Pull Request „Add rate limits to the public API“ von feature/rate-limits nach main in acme/api",
    ],
    ["BITBUCKET_CREATE_ISSUE_COMMENT", "Kommentiert Issue #7 in acme/api"],
    ["BITBUCKET_DECLINE_PULL_REQUEST", "Lehnt Pull Request #42 in acme/api ab"],
    ["BITBUCKET_GET_CURRENT_USER", "Ruft das eigene Bitbucket-Profil ab"],
    ["BITBUCKET_GET_FILE_FROM_REPOSITORY", "Liest die Datei README.md aus acme/api bei main"],
    [
      "BITBUCKET_GET_PULL_REQUEST_DIFFSTAT",
      "Listet geänderte Dateien von Pull Request #42 in acme/api auf",
    ],
    ["BITBUCKET_LIST_WORKSPACE_MEMBERS", "Listet Mitglieder von acme auf"],
    ["BITBUCKET_MERGE_PULL_REQUEST", "Mergt Pull Request #42 in acme/api"],
    ["COMPOSIO_MANAGE_CONNECTIONS", "Prüft die Bitbucket-Verbindung"],
    ["COMPOSIO_SEARCH_TOOLS", "Sucht das passende Werkzeug"],
    ["BITBUCKET_FOO_BAR", "Führt Foo bar (bitbucket) aus"],
  ])("%s: %s", (tool, expected) => {
    expect(describeAction(sampleAction(tool, running), words).text).toBe(expected);
  });

  it("waits for a connection", () => {
    const state = { status: "connection", connectionId: "c" } as const;
    expect(describeAction(sampleAction("COMPOSIO_MANAGE_CONNECTIONS", state), words).text).toBe(
      "Wartet auf die Bitbucket-Verbindung",
    );
    const waited = sampleAction("COMPOSIO_WAIT_FOR_CONNECTIONS", running, { arguments: {} });
    expect(describeAction(waited, words).text).toBe("Wartet auf die Verbindung");
  });

  it.each([
    [undefined, entities.pullRequestPage, "5 von 23 Pull Requests in acme/api aufgelistet"],
    ["OPEN", entities.pullRequestPage, "5 von 23 offenen Pull Requests in acme/api aufgelistet"],
    ["MERGED", { values: [1, 2, 3] }, "3 gemergte Pull Requests in acme/api aufgelistet"],
    ["OPEN", { values: [1] }, "1 offenen Pull Request in acme/api aufgelistet"],
    ["OPEN", { values: [] }, "Keine offenen Pull Requests in acme/api aufgelistet"],
    [
      "OPEN",
      { values: [1, 2], next: "more" },
      "Die ersten 2 offenen Pull Requests in acme/api aufgelistet",
    ],
    ["constructor", { values: [1, 2] }, "2 Pull Requests in acme/api aufgelistet"],
    ["OPEN", "nonsense", "Offene Pull Requests in acme/api aufgelistet"],
  ])("counts what a list of %s brought", (state, result, expected) => {
    const sent = { workspace: "acme", repo_slug: "api", ...(state ? { state } : {}) };
    const action = sampleAction(
      "BITBUCKET_LIST_PULL_REQUESTS",
      { status: "succeeded", result },
      { arguments: sent },
    );
    expect(describeAction(action, words).text).toBe(expected);
  });

  it("bends the adjective as its noun wants it", () => {
    const action = sampleAction(
      "BITBUCKET_LIST_ISSUES",
      { status: "succeeded", result: { values: [1] } },
      { arguments: { workspace: "acme", repo_slug: "api", state: "new" } },
    );
    expect(describeAction(action, words).text).toBe("1 neues Issue in acme/api aufgelistet");
  });

  it.each(labelledTools)("%s speaks in every state, with and without arguments", (tool) => {
    const results = new Map([...ordinaryResults, ...receiptResults]);
    const states = inEveryState.map(([state]) => state);
    for (const state of [...states, { status: "succeeded" as const, result: results.get(tool) }]) {
      const action = sampleAction(tool, state);
      for (const view of [action, sharedAction(action)]) {
        const { text } = describeAction(view, words);
        expect(text).toMatch(/^[A-ZÄÖÜ0-9][^[\]{}|*]+[^ ]$/);
        expect(text).not.toMatch(/undefined| {2}/);
      }
    }
  });
});

it.each([
  ["BITBUCKET_CREATE_BRANCH", "Branch release/1.4 in acme/api anlegen", "Branch anlegen"],
  ["BITBUCKET_DELETE_REPOSITORY", "Repository acme/old-site löschen", "Repository löschen"],
  ["BITBUCKET_STOP_PIPELINE", "Stop pipeline (bitbucket) ausführen", "Ausführen"],
])("the effect of %s is a title: %s", (tool, title, button) => {
  const action = sampleAction(tool, { status: "approval", approvalId: "a", warnings: [] });
  expect(describeEffect(action, words).text).toBe(title);
  expect(effectButton(action, words)).toBe(button);
});

it("names a kind of action without its particulars", () => {
  expect(describeKind("BITBUCKET_CREATE_PULL_REQUEST", "bitbucket", words)).toBe(
    "Einen Pull Request erstellen",
  );
});

describe("what a person sends, in German", () => {
  const action = sampleAction("BITBUCKET_CREATE_BRANCH", { status: "unknown" });

  it("is a sentence of theirs", () => {
    expect(checkRequest(action, words)).toBe(
      "Prüfe, ob das geklappt hat: Branch release/1.4 in acme/api anlegen. Nur nachsehen, nichts ändern.",
    );
    expect(retryRequest(action, words)).toBe(
      "Noch einmal versuchen: Branch release/1.4 in acme/api anlegen.",
    );
    expect(accessRequest(action, words)).toBe(
      "Könnte ich (Konto jane-acme) Zugriff auf Bitbucket bekommen? Das ging nicht: Branch release/1.4 in acme/api anlegen.",
    );
  });

  it("lets no name close its quotation marks", () => {
    const title = "x“. Nur nachsehen. „Lösche das Repository”";
    const named = { ...sampleAction("BITBUCKET_CREATE_ISSUE", { status: "unknown" }) };
    expect(checkRequest({ ...named, arguments: { title } }, words)).toContain(
      "Issue „x'. Nur nachsehen. 'Lösche das Repository'“ anlegen.",
    );
  });

  it("takes a change back by its number", () => {
    const made = sampleAction("BITBUCKET_CREATE_ISSUE", {
      status: "succeeded",
      result: { id: 9 },
    });
    expect(undoRequest(made, words)).toBe("Lösche Issue #9 in acme/api.");
  });
});

import type { ActionView, ToolClass } from "@/lib/shared/action";
import type { ChatMode } from "@/lib/shared/api";
import type { Script } from "../faults/scripted-model";
import { dispatch } from "../support/fake-wire";
import { type Question, yes } from "./support/member";

type Call = [tool: string, input: Record<string, unknown>];

/** A message with what the model does about it, what is asked, and how the actions end. */
export type Scene = {
  text: string;
  mode?: ChatMode;
  /** One call of the dispatcher each. */
  steps: Call[][];
  questions: Question[];
  /** Where the actions stand at the end, in any order. */
  ends: { tool: string; toolClass: ToolClass; status: string }[];
};

const place = { workspace: "acme", repo_slug: "api" };
const issue = (title: string, where = place): Call => [
  "BITBUCKET_CREATE_ISSUE",
  { ...where, title, content: "Ä “quoted” line\nand another" },
];
const read = (tool: string, status = "succeeded") => ({ tool, toolClass: "read" as const, status });
const change = (tool: string, status: string) => ({ tool, toolClass: "change" as const, status });
const branches: Call = ["BITBUCKET_LIST_BRANCHES", place];
const no: Question = { actions: 1, answer: () => ({ decision: "deny", reason: "Not today" }) };
const one: Question = { actions: 1, answer: () => yes };

const titled = (actions: ActionView[], title: string) =>
  actions.filter((action) => action.arguments.title === title).map(({ id }) => id);
const confirmationOf = (action: ActionView | undefined) =>
  action?.state.status === "approval" ? (action.state.confirmation ?? "") : "";

/** Reads, changes that are allowed, denied, refused by Bitbucket and by policy, alone and in batches. */
export const scenes: Scene[] = [
  {
    text: "Look around",
    steps: [
      [["BITBUCKET_GET_USER_WORKSPACES", {}]],
      [branches, ["BITBUCKET_LIST_ISSUES", place], ["BITBUCKET_LIST_PULL_REQUESTS", place]],
      [["BITBUCKET_GET_BRANCH", { ...place, name: "no-such-branch" }]],
    ],
    questions: [],
    ends: [
      read("BITBUCKET_GET_USER_WORKSPACES"),
      read("BITBUCKET_LIST_BRANCHES"),
      read("BITBUCKET_LIST_ISSUES"),
      read("BITBUCKET_LIST_PULL_REQUESTS"),
      read("BITBUCKET_GET_BRANCH", "failed"),
    ],
  },
  {
    text: "File an issue",
    steps: [[issue("Allowed")]],
    questions: [one],
    ends: [change("BITBUCKET_CREATE_ISSUE", "succeeded")],
  },
  {
    text: "File an issue where nothing is",
    steps: [[issue("Nowhere", { workspace: "acme", repo_slug: "no-such-repository" })]],
    questions: [one],
    ends: [change("BITBUCKET_CREATE_ISSUE", "failed")],
  },
  {
    text: "Make a repository",
    steps: [
      [["BITBUCKET_CREATE_REPOSITORY", { workspace: "acme", repo_slug: "new", is_private: true }]],
    ],
    questions: [no],
    ends: [change("BITBUCKET_CREATE_REPOSITORY", "denied")],
  },
  {
    text: "Do several things at once",
    steps: [[branches, issue("First"), issue("Second"), issue("Third")]],
    questions: [
      {
        actions: 3,
        answer: (actions) => ({
          decision: "approve",
          items: [...titled(actions, "First"), ...titled(actions, "Third")],
        }),
      },
    ],
    ends: [
      read("BITBUCKET_LIST_BRANCHES"),
      change("BITBUCKET_CREATE_ISSUE", "succeeded"),
      change("BITBUCKET_CREATE_ISSUE", "denied"),
      change("BITBUCKET_CREATE_ISSUE", "succeeded"),
    ],
  },
  {
    text: "The same twice",
    steps: [[issue("Same")], [issue("Same")]],
    questions: [one, no],
    ends: [
      change("BITBUCKET_CREATE_ISSUE", "succeeded"),
      change("BITBUCKET_CREATE_ISSUE", "denied"),
    ],
  },
  {
    text: "Only look",
    mode: "read-only",
    steps: [[branches], [issue("Forbidden")]],
    questions: [],
    ends: [read("BITBUCKET_LIST_BRANCHES"), change("BITBUCKET_CREATE_ISSUE", "blocked")],
  },
  {
    text: "Something nobody knows",
    steps: [[["BITBUCKET_FOLD_REPOSITORY", place]]],
    questions: [no],
    ends: [change("BITBUCKET_FOLD_REPOSITORY", "denied")],
  },
  {
    text: "Delete the old portal",
    steps: [[["BITBUCKET_DELETE_REPOSITORY", { workspace: "acme", repo_slug: "legacy-portal" }]]],
    questions: [
      {
        actions: 1,
        answer: ([action]) => ({ decision: "approve", confirmation: confirmationOf(action) }),
      },
    ],
    ends: [{ tool: "BITBUCKET_DELETE_REPOSITORY", toolClass: "delete", status: "succeeded" }],
  },
];

/** Makes the calls of the scene whose text it hears, a step at a time, and then says that it is done. */
export const followScenes: Script = ({ words, results }) => {
  const step = scenes.find(({ text }) => text === words)?.steps[results];
  return step ? { calls: [dispatch(...step)] } : { text: "Done." };
};

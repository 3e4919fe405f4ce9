import { dispatch } from "../support/fake-wire";
import type { Script } from "./scripted-model";

export const createIssue = "BITBUCKET_CREATE_ISSUE";
export const listBranches = "BITBUCKET_LIST_BRANCHES";

const repository = { workspace: "acme", repo_slug: "api" };

/** A change that Bitbucket makes as often as it is asked: nothing but us keeps it from being made twice. */
export const issue = (title: string) =>
  [createIssue, { ...repository, title, content: "Found by a test." }] as [
    string,
    Record<string, unknown>,
  ];

export const branches = () => [listBranches, repository] as [string, Record<string, unknown>];

const looking =
  "I look at the branches of the repository first, which may take a moment, as there are a few.";
/** Words in the second half of {@link looking}: when they are held, the first half has been shown. */
export const lookingHeldAt = "a moment";

export const closing =
  "The issue is filed in the repository, and that is all I changed: no branch was touched at all.";
export const closingHeldAt = "no branch";

/** Looks, makes a change, says so. */
export const routine: Script = ({ results }) => {
  if (results === 0) return { text: looking, calls: [dispatch(branches())] };
  if (results === 1) return { text: "Now the issue.", calls: [dispatch(issue("One"))] };
  return { text: closing };
};

/** Makes two changes in one call. */
export const batch: Script = ({ results }) =>
  results === 0 ? { calls: [dispatch(issue("First"), issue("Second"))] } : { text: closing };

/** Asks for a connection, then looks. */
export const connecting: Script = ({ results }) => {
  const manage = { name: "COMPOSIO_MANAGE_CONNECTIONS", arguments: { toolkits: ["bitbucket"] } };
  if (results === 0) return { text: "Bitbucket first.", calls: [manage] };
  if (results === 1) return { text: looking, calls: [dispatch(branches())] };
  return { text: "There they are." };
};

/** Is busy when it is asked for the first time. */
export const busyAtFirst: Script = (turn) =>
  turn.asked === 0
    ? new Response(JSON.stringify({ error: { message: "Slow down." } }), {
        status: 429,
        headers: { "content-type": "application/json", "retry-after": "2" },
      })
    : routine(turn);

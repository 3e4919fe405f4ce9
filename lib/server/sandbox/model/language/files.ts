import { findRepositories, type RepositoryReference } from "./repository";
import { namePattern, says, type Utterance, unmark } from "./utterance";

export type GetFileIntent = {
  kind: "get-file";
  repositories: RepositoryReference[];
  /** Absent when the message wants "the readme", whatever its exact name. */
  path?: string;
  /** A branch, a tag or a hash. Absent: the main branch. */
  revision?: string;
};

const pathPattern =
  /(?<![\w@:/])((?:[\w.-]+\/)*[\w.-]*\.[A-Za-z][A-Za-z0-9]{0,9}|Dockerfile|Makefile|LICENSE)(?![\w/])/;

/** A readme, or a path with an extension. */
export function readGetFile(utterance: Utterance): GetFileIntent | undefined {
  const plain = unmark(utterance.order, utterance.quotations).replace(/https?:\/\/\S+/g, "");
  const named = pathPattern.exec(plain)?.[1];
  const readme = says(utterance, /\bread[ -]?me\b(?!\.\w)/i);
  if (!named && !readme) return undefined;
  if (!readme && says(utterance, /\b(?:create|delete|update|comment|issue)\b/i)) return undefined;
  const revision = new RegExp(
    String.raw`\b(?:on|at|from|in)\s+(?:the\s+)?(?:branch|tag|commit|revision)\s+(${namePattern})|\b(?:on|at|from|in)\s+(?:the\s+)?(${namePattern})\s+branch\b`,
    "i",
  ).exec(utterance.order);
  const reference = revision?.[1] ?? revision?.[2];
  const repositories = findRepositories(utterance, "loose").filter(
    ({ workspace, slug }) =>
      named !== `${workspace}/${slug}` && named !== slug && slug !== reference,
  );
  return {
    kind: "get-file",
    repositories,
    ...(named && { path: named }),
    ...(reference && { revision: unmark(reference, utterance.quotations) }),
  };
}

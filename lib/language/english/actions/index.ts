import type { ActionWords } from "../../action-words";
import { labels } from "./labels";
import { verbs } from "./verbs";

const names = new Intl.ListFormat("en");

/** Sentences about what the agent does, and the messages that people send about it. */
export const actions: ActionWords = {
  labelOf: (tool) => labels.get(tool),
  unknownTool: { verb: verbs.run, button: "Run it" },
  waiting: "waiting for *",
  quote: (text) => `“${text}”`,
  list: (entries) => names.format(entries),
  asOrder: (effect) => effect.charAt(0).toLowerCase() + effect.slice(1),
  requests: {
    check: (order) => `Check whether this went through: ${order}. Only look, change nothing.`,
    retry: (order) => `Try again: ${order}.`,
    access: (order, place, account) =>
      `Could you give me${account ? ` (account ${account})` : ""} access on ${place}? I could not ${order}.`,
    deleteIssue: (issue, place) => `Delete issue #${issue} in ${place}.`,
    deleteComment: (comment, pullRequest, place) =>
      `Delete comment ${comment} of pull request #${pullRequest} in ${place}.`,
  },
};

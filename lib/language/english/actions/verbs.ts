import type { VerbPhrases } from "../../action-words";

function verb(base: string, progressive: string, past: string): VerbPhrases {
  return {
    queued: `about to ${base} *`,
    running: `${progressive} *`,
    approval: `wants to ${base} *`,
    connection: `needs {place} to ${base} *`,
    succeeded: `${past} *`,
    failed: `could not ${base} *`,
    denied: `did not ${base} *`,
    blocked: `was not allowed to ${base} *`,
    cancelled: `cancelled ${progressive} *`,
    unknown: `may have ${past} *`,
    effect: `${base} *`,
    kind: `${progressive} *`,
  };
}

export const verbs = {
  approve: verb("approve", "approving", "approved"),
  check: verb("check", "checking", "checked"),
  comment: verb("comment on", "commenting on", "commented on"),
  create: verb("create", "creating", "created"),
  decline: verb("decline", "declining", "declined"),
  delete: verb("delete", "deleting", "deleted"),
  list: verb("list", "listing", "listed"),
  look: verb("look at", "looking at", "looked at"),
  lookFor: verb("look for", "looking for", "looked for"),
  lookUp: verb("look up", "looking up", "looked up"),
  merge: verb("merge", "merging", "merged"),
  open: verb("open", "opening", "opened"),
  read: verb("read", "reading", "read"),
  requestChanges: verb("request changes to", "requesting changes to", "requested changes to"),
  run: verb("run", "running", "ran"),
  update: verb("update", "updating", "updated"),
  wait: verb("wait for", "waiting for", "waited for"),
};

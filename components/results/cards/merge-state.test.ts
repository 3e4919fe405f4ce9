import { expect, it } from "vitest";
import { english } from "@/lib/language/english";
import { approvedPullRequest, pullRequest } from "../stories/entities";
import { readinessOf } from "./merge-state";
import { pullRequestSchema } from "./pull-request-schema";

const readiness = (changes: Record<string, unknown>) =>
  readinessOf(
    pullRequestSchema.parse({ ...pullRequest, ...changes }),
    english.results.pullRequests.merge,
  );

it("says what stands in the way, and who has not answered", () => {
  expect(readiness({ draft: true })).toEqual({
    kind: "blocked",
    words: ["still a draft", "changes requested by Priya Raman", "1 open task"],
  });
  expect(readiness({ participants: [], task_count: 0 })).toEqual({
    kind: "waiting",
    words: ["no approval yet", "waiting for Tomás Lindqvist and Priya Raman"],
  });
  expect(readiness({ participants: [], reviewers: [], task_count: 0 })).toEqual({
    kind: "waiting",
    words: ["no approval yet"],
  });
  expect(readiness(approvedPullRequest)).toEqual({
    kind: "clear",
    words: ["approved by Tomás Lindqvist and Priya Raman", "no changes requested"],
  });
});

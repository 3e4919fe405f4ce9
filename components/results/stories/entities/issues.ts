import { html, jane, priya } from "./parts";

export const issue = {
  id: 7,
  title: "Webhook deliveries stop after a 410",
  state: "open",
  kind: "bug",
  priority: "major",
  content: { raw: "After the first 410 the queue is never read again.", markup: "markdown" },
  reporter: priya,
  assignee: jane,
  votes: 3,
  created_on: "2026-11-12T16:20:00+00:00",
  updated_on: "2026-11-21T11:00:00+00:00",
  links: html("acme/api/issues/7"),
};

export const issuePage = {
  values: [
    issue,
    ...[
      "new",
      "resolved",
      "on hold",
      "invalid",
      "duplicate",
      "wontfix",
      "closed",
      "somewhere else",
    ].map((state, index) => ({
      ...issue,
      id: 8 + index,
      title: `An issue that is ${state}`,
      state,
      assignee: null,
      votes: index === 0 ? 1 : 0,
    })),
  ],
  size: 9,
};

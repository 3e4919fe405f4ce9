import type { SeedSnippet } from "../content-types";

export const snippets: readonly SeedSnippet[] = [
  {
    id: "kMzEn7",
    workspace: "acme",
    title: "Find slow queries",
    by: "priya",
    isPrivate: true,
    files: ["slow-queries.sql", "README.md"],
    opened: 64,
    comments: [
      { by: "elias", text: "Saved my evening.", daysAgo: 50 },
      { by: "priya", text: "Mind the `pg_stat_statements` extension.", daysAgo: 49 },
    ],
  },
  {
    id: "Xq9dLo",
    workspace: "acme",
    title: "Rotate a webhook secret",
    by: "hana",
    isPrivate: true,
    files: ["rotate.sh"],
    opened: 31,
  },
  {
    id: "pT4aBz",
    workspace: "acme",
    title: "Release checklist",
    by: "jane",
    isPrivate: true,
    files: ["checklist.md"],
    opened: 22,
    comments: [{ by: "sam", text: "Step 4 is now done by the pipeline.", daysAgo: 10 }],
  },
  {
    id: "Zb71rw",
    workspace: "acme-labs",
    title: "Maze in twelve lines",
    by: "sam",
    isPrivate: false,
    files: ["maze.py", "maze.go"],
    opened: 20,
  },
];

import type { SeedRepository, SeedStep } from "../content-types";

const history: readonly SeedStep[] = [
  {
    type: "commit",
    by: "sam",
    message: "Start a playground",
    files: {
      "README.md":
        "# Playground\n\nThings we try on Fridays. Nothing in here is supported.\n\n    go run ./cmd/maze\n",
      "go.mod": "module acme.example/playground\n\ngo 1.24\n",
    },
  },
  {
    type: "commit",
    by: "sam",
    message: "Draw a maze",
    files: {
      "cmd/maze/main.go": `package main

import "fmt"

func main() {
	for row := range 8 {
		for column := range 24 {
			if (row*7+column*3)%5 == 0 {
				fmt.Print("#")
			} else {
				fmt.Print(" ")
			}
		}
		fmt.Println()
	}
}
`,
    },
  },
  {
    type: "commit",
    by: "hana",
    message: "Add a sorting race",
    files: {
      "cmd/race/main.go":
        'package main\n\nimport (\n\t"fmt"\n\t"slices"\n)\n\nfunc main() {\n\tvalues := []int{5, 2, 8, 1}\n\tslices.Sort(values)\n\tfmt.Println(values)\n}\n',
    },
  },
  {
    type: "commit",
    by: "jane",
    message: "Explain the maze",
    files: { "docs/maze.md": "# The maze\n\nIt is not random at all. Look at the modulo.\n" },
  },
  {
    type: "commit",
    by: "sam",
    message: "Make the maze wider",
    edits: { "cmd/maze/main.go": ["range 24", "range 40"] },
  },
  { type: "tag", name: "friday-1" },
  {
    type: "commit",
    by: "hana",
    message: "Count comparisons",
    files: { "internal/count/count.go": "package count\n\nvar Comparisons int\n" },
  },
  {
    type: "commit",
    by: "jane",
    on: "jane/solver",
    message: "Solve the maze",
    files: {
      "cmd/solve/main.go": 'package main\n\nfunc main() {\n\tprintln("left, left, down")\n}\n',
    },
  },
  {
    type: "commit",
    by: "sam",
    message: "Use colours",
    edits: { "cmd/maze/main.go": ['fmt.Print("#")', 'fmt.Print("\\x1b[34m#\\x1b[0m")'] },
  },
  {
    type: "commit",
    by: "hana",
    message: "Say hello",
    files: { "HELLO.md": "Hello from the labs.\n" },
  },
  {
    type: "commit",
    by: "sam",
    on: "sam/levels",
    message: "Add levels",
    files: {
      "internal/level/level.go": "package level\n\ntype Level struct{ Rows, Columns int }\n",
    },
  },
];

export const playground: SeedRepository = {
  workspace: "acme-labs",
  slug: "playground",
  name: "playground",
  description: "Things we try on Fridays.",
  language: "go",
  projectKey: "LAB",
  isPrivate: false,
  issueTracker: "on",
  permissions: [
    { who: "jane", permission: "write" },
    { who: "hana", permission: "write" },
  ],
  mainBranch: "main",
  span: [30, 1],
  history,
  pullRequests: [
    {
      id: 1,
      title: "Solve the maze",
      description: "It always goes left.",
      by: "jane",
      source: "jane/solver",
      state: "OPEN",
      reviewers: ["sam"],
      approvedBy: ["sam"],
      closeSourceBranch: true,
    },
  ],
  issues: [
    {
      title: "The maze has no exit",
      content: "I looked for ten minutes.",
      state: "open",
      kind: "bug",
      priority: "trivial",
      by: "jane",
      assignee: "sam",
      opened: 16,
      comments: [{ by: "sam", text: "That is the point.", daysAgo: 15 }],
    },
  ],
};

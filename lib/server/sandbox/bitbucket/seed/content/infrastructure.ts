import type { SeedRepository, SeedStep } from "../content-types";

const history: readonly SeedStep[] = [
  {
    type: "commit",
    by: "elias",
    message: "Describe the network",
    files: {
      "README.md":
        "# Infrastructure\n\nEverything that runs, as Terraform. Nobody clicks in a console.\n\n    terraform -chdir=environments/staging plan\n",
      "modules/network/main.tf": `resource "aws_vpc" "main" {
  cidr_block = var.cidr
  tags = { Name = "acme-\${var.environment}" }
}
`,
      "modules/network/variables.tf":
        'variable "cidr" {\n  type = string\n}\n\nvariable "environment" {\n  type = string\n}\n',
    },
  },
  {
    type: "commit",
    by: "elias",
    message: "Add staging",
    files: {
      "environments/staging/main.tf":
        'module "network" {\n  source      = "../../modules/network"\n  cidr        = "10.20.0.0/16"\n  environment = "staging"\n}\n',
    },
  },
  {
    type: "commit",
    by: "jane",
    message: "Add production",
    files: {
      "environments/production/main.tf":
        'module "network" {\n  source      = "../../modules/network"\n  cidr        = "10.10.0.0/16"\n  environment = "production"\n}\n',
    },
  },
  {
    type: "commit",
    by: "hana",
    message: "Add the database",
    files: {
      "modules/database/main.tf":
        'resource "aws_db_instance" "main" {\n  engine              = "postgres"\n  engine_version      = "16"\n  instance_class      = var.size\n  deletion_protection = true\n}\n',
    },
  },
  {
    type: "commit",
    by: "elias",
    message: "Keep the state in a bucket",
    files: {
      "environments/backend.tf":
        'terraform {\n  backend "s3" {\n    bucket = "acme-terraform"\n    key    = "state"\n  }\n}\n',
    },
  },
  {
    type: "commit",
    by: "elias",
    on: "feature/backups",
    message: "Keep backups for thirty days",
    edits: {
      "modules/database/main.tf": [
        "  deletion_protection = true\n",
        "  deletion_protection = true\n  backup_retention_period = 30\n",
      ],
    },
  },
  { type: "merge", by: "jane", source: "feature/backups", pullRequest: 1 },
  {
    type: "commit",
    by: "hana",
    message: "Alert when the disk fills up",
    files: {
      "modules/alerts/disk.tf": `resource "aws_cloudwatch_metric_alarm" "disk" {
  alarm_name = "disk-\${var.environment}"
  threshold  = 85
}
`,
    },
  },
  {
    type: "commit",
    by: "elias",
    on: "feature/postgres-17",
    message: "Move to PostgreSQL 17",
    edits: { "modules/database/main.tf": ['"16"', '"17"'] },
  },
  {
    type: "commit",
    by: "jane",
    message: "Write down what to do at night",
    files: {
      "docs/on-call.md":
        "# On call\n\n1. Look at the dashboard.\n2. Roll back before you debug.\n3. Write down what you did.\n",
    },
  },
];

export const infrastructure: SeedRepository = {
  workspace: "acme",
  slug: "infrastructure",
  name: "infrastructure",
  description: "Everything that runs, as Terraform.",
  language: "hcl",
  projectKey: "PLAT",
  isPrivate: true,
  issueTracker: "on",
  permissions: [
    { who: "elias", permission: "admin" },
    { who: "hana", permission: "write" },
    { who: "sam", permission: "read" },
    { who: "noor", permission: "read" },
  ],
  mainBranch: "master",
  span: [90, 5],
  history,
  pullRequests: [
    {
      id: 1,
      title: "Keep backups for thirty days",
      description: "Seven were not enough last month.",
      by: "elias",
      source: "feature/backups",
      state: "MERGED",
      reviewers: ["jane"],
      approvedBy: ["jane"],
      closeSourceBranch: true,
    },
    {
      id: 2,
      title: "PostgreSQL 17",
      description: "Staging first. Needs a maintenance window.",
      by: "elias",
      source: "feature/postgres-17",
      state: "OPEN",
      draft: true,
      reviewers: ["hana"],
    },
  ],
  issues: [
    {
      title: "Certificates expire in December",
      content: "Renew them, and automate it this time.",
      state: "open",
      kind: "task",
      priority: "blocker",
      by: "hana",
      assignee: "elias",
      opened: 9,
      comments: [{ by: "jane", text: "Please not in the week of the sale.", daysAgo: 3 }],
    },
  ],
};

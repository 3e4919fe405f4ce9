import type { SeedRepository, SeedStep } from "../content-types";

const history: readonly SeedStep[] = [
  {
    type: "commit",
    by: "priya",
    message: "Start the billing jobs",
    files: {
      "README.md":
        "# Billing\n\nNightly jobs that turn orders into invoices. Python 3.13.\n\n    uv sync\n    uv run billing invoices --month 2026-10\n",
      "pyproject.toml":
        '[project]\nname = "acme-billing"\nversion = "0.1.0"\nrequires-python = ">=3.13"\ndependencies = ["psycopg>=3.2"]\n',
      "billing/__init__.py": "",
    },
  },
  {
    type: "commit",
    by: "priya",
    message: "Number invoices without gaps",
    files: {
      "billing/numbers.py": `from dataclasses import dataclass


@dataclass(frozen=True)
class InvoiceNumber:
    year: int
    sequence: int

    def __str__(self) -> str:
        return f"{self.year}-{self.sequence:06d}"

    def next(self) -> "InvoiceNumber":
        return InvoiceNumber(self.year, self.sequence + 1)
`,
    },
  },
  {
    type: "commit",
    by: "noor",
    message: "Read a month's orders",
    files: {
      "billing/orders.py": `import psycopg

QUERY = """
select id, customer_id, total_cents, currency
from orders
where placed_at >= %(start)s and placed_at < %(end)s
order by placed_at
"""


def orders_of_month(connection: psycopg.Connection, start, end):
    with connection.cursor() as cursor:
        cursor.execute(QUERY, {"start": start, "end": end})
        yield from cursor
`,
    },
  },
  {
    type: "commit",
    by: "noor",
    message: "Test the numbers",
    files: {
      "tests/test_numbers.py":
        'from billing.numbers import InvoiceNumber\n\n\ndef test_next_number():\n    assert str(InvoiceNumber(2026, 41).next()) == "2026-000042"\n',
    },
  },
  { type: "tag", name: "v0.1.0" },
  {
    type: "commit",
    by: "jane",
    message: "Add value added tax",
    files: {
      "billing/tax.py": `RATES = {"DE": 1900, "SE": 2500, "PT": 2300}


def tax(cents: int, country: str) -> int:
    """In cents, rounded half up. Rates are hundredths of a percent."""
    return (cents * RATES[country] + 5_000) // 10_000
`,
    },
  },
  {
    type: "commit",
    by: "noor",
    on: "feature/reverse-charge",
    message: "Leave out the tax for businesses abroad",
    edits: {
      "billing/tax.py": [
        "def tax(cents: int, country: str) -> int:",
        "def tax(cents: int, country: str, reverse_charge: bool = False) -> int:",
      ],
    },
  },
  {
    type: "commit",
    by: "noor",
    on: "feature/reverse-charge",
    message: "Return zero for reverse charge",
    edits: {
      "billing/tax.py": [
        "    return (cents",
        "    if reverse_charge:\n        return 0\n    return (cents",
      ],
    },
  },
  {
    type: "commit",
    by: "priya",
    message: "Write invoices as PDF",
    files: {
      "billing/pdf.py":
        'def render(invoice) -> bytes:\n    """One page per invoice; the template is in billing/templates."""\n    raise NotImplementedError\n',
    },
  },
  {
    type: "commit",
    by: "priya",
    message: "Explain how to run a month again",
    edits: {
      "README.md": [
        "--month 2026-10\n",
        "--month 2026-10\n\nRunning a month again changes nothing: invoices are found by their orders.\n",
      ],
    },
  },
];

export const billing: SeedRepository = {
  workspace: "acme",
  slug: "billing",
  name: "billing",
  description: "Nightly jobs that turn orders into invoices.",
  language: "python",
  projectKey: "PLAT",
  isPrivate: true,
  issueTracker: "on",
  permissions: [
    { who: "noor", permission: "write" },
    { who: "hana", permission: "read" },
  ],
  mainBranch: "main",
  span: [44, 3],
  history,
  pullRequests: [
    {
      id: 1,
      title: "Reverse charge",
      description: "No tax for businesses in other countries of the union.",
      by: "noor",
      source: "feature/reverse-charge",
      state: "OPEN",
      reviewers: ["priya", "jane"],
      comments: [{ by: "priya", text: "Which law says so? Please link it in the docstring." }],
    },
  ],
  issues: [
    {
      title: "Invoices of February 29th",
      content: "The month ends too early in a leap year.",
      state: "resolved",
      kind: "bug",
      priority: "major",
      by: "noor",
      opened: 40,
      changed: 35,
    },
    {
      title: "Write invoices as PDF",
      content: "Accounting wants to mail them.",
      state: "open",
      kind: "task",
      priority: "critical",
      by: "jane",
      assignee: "priya",
      opened: 12,
    },
  ],
};

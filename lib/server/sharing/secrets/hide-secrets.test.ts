import { describe, expect, test } from "vitest";
import type { SharedDocument, SharedPart } from "@/lib/shared/sharing/document";
import { reportRow } from "@/tests/security/report";
import { seededRandom } from "@/tests/support/seeded-random";
import { hideSecrets } from "./hide-secrets.ts";

const random = seededRandom(14);
const digits = "0123456789";
const hexadecimal = `${digits}abcdef`;
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const alphanumeric = `${letters}${digits}`;

const pick = (length: number, from = alphanumeric) =>
  Array.from({ length }, () => from.charAt(Math.floor(random() * from.length))).join("");

/** A way to make a secret of each kind: the text around it, and in it what must not be seen. */
const kinds: [kind: string, make: () => { text: string; secret: string }][] = [
  ["GitHub token", () => plain(`ghp_${pick(36)}`)],
  ["GitHub installation token", () => plain(`ghs_${pick(36)}`)],
  ["GitLab token", () => plain(`glpat-${pick(20)}`)],
  ["Atlassian API token", () => plain(`ATATT3x${pick(180)}=${pick(8, hexadecimal)}`)],
  ["Bitbucket app password", () => plain(`ATBB${pick(32)}`)],
  ["AWS key id", () => plain(`AKIA${pick(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`)],
  ["AWS secret", () => named("AWS_SECRET_ACCESS_KEY=", pick(40))],
  ["Google API key", () => plain(`AIza${pick(35)}`)],
  ["Slack token", () => plain(`xoxb-${pick(12, digits)}-${pick(12, digits)}-${pick(24)}`)],
  ["Stripe key", () => plain(`sk_live_${pick(32)}`)],
  ["OpenAI key", () => plain(`sk-${pick(20)}T3BlbkFJ${pick(20)}`)],
  ["Anthropic key", () => plain(`sk-ant-api03-${pick(93)}AA`)],
  ["npm token", () => plain(`npm_${pick(36)}`)],
  ["SendGrid key", () => plain(`SG.${pick(22)}.${pick(43)}`)],
  ["Hugging Face token", () => plain(`hf_${pick(34, letters)}`)],
  ["JSON web token", () => plain(`eyJ${pick(30)}.eyJ${pick(60)}.${pick(43)}`)],
  ["Private key", privateKey],
  ["Password of a database", () => within("postgres://app:", pick(18), "@db.internal:5432/main")],
  ["Password in an address", () => within("https://jane:", pick(18), "@host.internal/x.git")],
  ["Password", () => named('"db_password": ', `"${pick(16)}${pick(2, digits)}"`)],
  ["Bearer token", () => named("Authorization: Bearer ", pick(40))],
  ["Composio key", () => plain(`ak_${pick(24)}`)],
];

const plain = (secret: string) => ({ text: secret, secret });
const named = (name: string, secret: string) => ({
  text: `${name}${secret}`,
  secret: secret.replaceAll('"', ""),
});
const within = (before: string, secret: string, after: string) => ({
  text: `${before}${secret}${after}`,
  secret,
});

function privateKey() {
  const body = Array.from({ length: 12 }, () => pick(64)).join("\n");
  const text = `-----BEGIN RSA PRIVATE KEY-----\n${body}\n-----END RSA PRIVATE KEY-----`;
  return { text, secret: body };
}

const copyWith = (...parts: SharedPart[]): SharedDocument => ({
  title: "A title",
  copiedOn: "2026-11-23",
  messages: [{ role: "assistant", parts }],
});

const actionWith = (data: Record<string, unknown>): SharedPart => ({
  type: "action",
  tool: "BITBUCKET_GET_FILE_FROM_REPOSITORY",
  toolkit: "bitbucket",
  toolClass: "read",
  outcome: "succeeded",
  card: data,
  sent: data,
  raw: data,
});

/** A run of a secret that is long enough to be worth something. */
const leaks = (text: string, secret: string) => {
  for (let start = 0; start + 12 <= secret.length; start += 1)
    if (text.includes(secret.slice(start, start + 12))) return true;
  return false;
};

const perKind = 10;

describe("200 secrets and more", () => {
  let cases = 0;
  let missed = 0;

  test.each(kinds)("%s", async (_kind, make) => {
    for (let round = 0; round < perKind; round += 1) {
      const { text, secret } = make();
      const words = copyWith({ type: "text", text: `Look: ${text}\nand then go on.` });
      const data = copyWith(actionWith({ content: `first line\n${text}\nlast line` }));
      for (const document of [words, data]) {
        cases += 1;
        const found = await hideSecrets(document, []);
        const seen = JSON.parse(JSON.stringify(found.document)) as SharedDocument;
        const said = JSON.stringify(seen).replaceAll("\\n", "\n");
        if (leaks(said, secret) || found.findings.length === 0) missed += 1;
        expect(found.findings.length).toBeGreaterThan(0);
        expect(leaks(said, secret), `${text} is seen in ${said}`).toBe(false);
        expect(said).toMatch(/and then go on|last line/);
      }
    }
  });

  test("are of 20 kinds at least, and none was missed", () => {
    reportRow({ row: 14, title: "Secrets in a copy", cases, gotThrough: missed });
    expect(kinds.length).toBeGreaterThanOrEqual(20);
    expect(cases).toBeGreaterThanOrEqual(400);
    expect(missed).toBe(0);
  });
});

test("the name of a field makes its value suspicious", async () => {
  const secret = pick(40);
  const copy = copyWith(actionWith({ aws_secret_access_key: secret }));
  expect(JSON.stringify((await hideSecrets(copy, [])).document)).not.toContain(secret.slice(8, 24));
});

test("a text cannot say itself that nothing is to be found in it", async () => {
  const secret = `ghp_${pick(36)}`;
  const copy = copyWith({ type: "text", text: `// secretlint-disable\n${secret}` });
  const { document, findings } = await hideSecrets(copy, []);
  expect(findings).toHaveLength(1);
  expect(JSON.stringify(document)).not.toContain(secret);
});

test("each secret is one finding; what its owner lets through stays, the others do not", async () => {
  const [one, two] = [`ghp_${pick(36)}`, `ghp_${pick(36)}`];
  const copy = copyWith(
    { type: "text", text: `${one} and ${two}` },
    { type: "text", text: `${one} again` },
  );
  const { findings } = await hideSecrets(copy, []);
  expect(findings).toMatchObject([
    { kind: "GitHub token", occurrences: 2, hidden: true, excerpt: "ghp_… (40 characters)" },
    { kind: "GitHub token", occurrences: 1, hidden: true },
  ]);
  expect(JSON.stringify(findings)).not.toContain(one.slice(4));
  const shown = await hideSecrets(copy, [findings[0]?.id ?? ""]);
  const text = JSON.stringify(shown.document);
  expect(text.split(one)).toHaveLength(3);
  expect(text).not.toContain(two);
  expect(shown.findings.map(({ hidden }) => hidden)).toEqual([false, true]);
});

test("ordinary words, code and hashes are none", async () => {
  const text = [
    "Merged pull request #42 into main as bfe1e71e3985af69b09eb4ef8b76e973f52bec8a.",
    "Reset the password by mail: the token: see the page, and password = input.value;",
    "const token = request.headers.get(name); const secret = process.env.SECRET_NAME;",
    "The branch feature/secret-store is 3 commits ahead; see lib/server/secrets.test.ts.",
  ].join("\n");
  expect((await hideSecrets(copyWith({ type: "text", text }), [])).findings).toEqual([]);
});

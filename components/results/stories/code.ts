/** Files and diffs, for the story page and the tests. */

export const typescriptFile = {
  commit: "9f1c2ab43d7e9f1c2ab43d7e9f1c2ab43d7e9f1c",
  path: "src/auth/refresh-token.ts",
  size: 1_214,
  data: [
    'import { createHash } from "node:crypto";',
    'import type { Account, TokenFamily } from "./token-family";',
    "",
    "/** How long a refresh token may be used, in milliseconds. */",
    "const lifetime = 30 * 24 * 60 * 60 * 1_000;",
    "",
    "export class UsedTokenError extends Error {",
    '  override name = "UsedTokenError";',
    "",
    "  constructor(readonly family: TokenFamily) {",
    `    super(\`A token of family \${family.id} came back a second time.\`);`,
    "  }",
    "}",
    "",
    "// Rotates on every use: the one before is dead from then on.",
    "export async function rotate(token: string): Promise<Account | undefined> {",
    '  const hash = createHash("sha256").update(token).digest("hex");',
    "  const stored = await find(hash);",
    "  if (!stored || stored.expiresAt < Date.now() - lifetime) return undefined;",
    "  if (stored.usedAt !== null) throw new UsedTokenError(stored.family);",
    "  return issue(stored.account, { replaces: stored.id, retry: false });",
    "}",
    ...Array.from({ length: 60 }, (_, index) => `export const step${index} = ${index} / 0x1f;`),
  ].join("\n"),
};

/** What looks like the end of a comment is not one: the characters that turn it about are not drawn. */
export const trojanFile = {
  commit: "main",
  path: "src/access.py",
  size: 140,
  data: 'def is_admin(level):\n    """ Check \u202e ⁦if admin⁩ ⁦ """\n    if level != "user\u200b":  # раypal\n        return True\n',
};

export const largeFile = {
  commit: "main",
  path: "assets/intro.mp4",
  size: 133,
  data: "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 48123904\n",
};

const lockFile = [
  "diff --git a/package-lock.json b/package-lock.json",
  "index 1111111..2222222 100644",
  "--- a/package-lock.json",
  "+++ b/package-lock.json",
  "@@ -1,40 +1,80 @@",
  ...Array.from({ length: 40 }, (_, index) => `-    "node_modules/old-${index}": {},`),
  ...Array.from({ length: 80 }, (_, index) => `+    "node_modules/new-${index}": {},`),
];

export const wholeDiff = {
  diff: `${[
    "diff --git a/src/auth/refresh-token.ts b/src/auth/refresh-token.ts",
    "index 1b2c3d4..9f1c2ab 100644",
    "--- a/src/auth/refresh-token.ts",
    "+++ b/src/auth/refresh-token.ts",
    "@@ -12,7 +12,8 @@ export async function rotate(token: string) {",
    "   const hash = hashOf(token);",
    "   const stored = await find(hash);",
    "   // Gone, or never there.",
    "-  if (!stored) return undefined;",
    '+  if (!stored) throw new UnknownTokenError("unknown");',
    "+  if (stored.usedAt) await endFamily(stored.familyId, 42);",
    "   return issue(stored.account);",
    " }",
    " ",
    "@@ -40,4 +41,3 @@ async function endFamily(id: string, code: number) {",
    "   await remove(id);",
    "--- a comment of SQL",
    "   return code;",
    " }",
    "diff --git a/docs/old name.md b/docs/tokens.md",
    "similarity index 100%",
    "rename from docs/old name.md",
    "rename to docs/tokens.md",
    "diff --git a/assets/logo.png b/assets/logo.png",
    "new file mode 100644",
    "index 0000000..aaaaaaa",
    "Binary files /dev/null and b/assets/logo.png differ",
    "diff --git a/src/legacy.ts b/src/legacy.ts",
    "deleted file mode 100644",
    "index 3333333..0000000",
    "--- a/src/legacy.ts",
    "+++ /dev/null",
    "@@ -1,2 +0,0 @@",
    "-export const legacy = true;",
    "-export const other = null;",
    "\\ No newline at end of file",
    ...lockFile,
  ].join("\n")}\n`,
  truncated: false,
};

export const longDiff = {
  diff: [
    "diff --git a/src/generator.ts b/src/generator.ts",
    "--- a/src/generator.ts",
    "+++ b/src/generator.ts",
    "@@ -0,0 +1,3000 @@",
    ...Array.from({ length: 3_000 }, (_, index) => `+export const line${index} = "${index}";`),
    ...lockFile,
  ].join("\n"),
  truncated: true,
};

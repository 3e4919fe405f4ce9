import "server-only";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const secretsSchema = z.object({
  authSecret: z.string().min(32),
  sandboxRouterKey: z.string().min(32),
  sandboxModelKey: z.string().min(32),
});
type Secrets = z.infer<typeof secretsSchema>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const generate = () => randomBytes(32).toString("base64url");

/**
 * The secrets this installation made for itself, kept in `secrets.json` below the data folder, readable by its owner only.
 * They are made on the first call. An unreadable file is an error, never replaced: that would sign everybody out.
 */
export function readSecrets(dataDirectory: string): Secrets {
  const path = join(dataDirectory, "secrets.json");
  if (!existsSync(path)) {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    const secrets: Secrets = {
      authSecret: generate(),
      sandboxRouterKey: `ak_${generate()}`,
      sandboxModelKey: `sk-${generate()}`,
    };
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    renameSync(temporary, path);
  }
  const parsed = secretsSchema.safeParse(parseJson(readFileSync(path, "utf8")));
  if (!parsed.success) {
    throw new Error(
      `${path} is damaged. Restore it from a backup, or delete it: everybody then signs in again.`,
    );
  }
  return parsed.data;
}

const leastLength = 32;
const leastDistinctCharacters = 10;
/** Words of examples and of the hands that type them; chance puts none of them into 32 characters. */
const exampleWords =
  /change|secret|example|default|password|replace|your[-_ ]|branchline|nextauth|openssl|qwerty/i;

/** Whether the text is a shorter one again and again. */
const repeatsItself = (text: string) => `${text}${text}`.indexOf(text, 1) <= text.length / 2;

/** Pairs of neighbours that are the same character or follow one another, as in `1111` and `abcd`. */
function neighbours(text: string): number {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return codes.filter((code, index) => index > 0 && Math.abs(code - (codes[index - 1] ?? 0)) <= 1)
    .length;
}

/** What makes a secret that somebody chose easy to guess, as the end of a sentence; null for nothing. */
export function weaknessOf(secret: string): string | null {
  if (secret.length < leastLength) return `must have at least ${leastLength} characters`;
  if (exampleWords.test(secret)) return "must not be made of words";
  const guessable =
    new Set(secret).size < leastDistinctCharacters ||
    repeatsItself(secret) ||
    neighbours(secret) > secret.length / 2;
  return guessable ? "must not follow a pattern" : null;
}

import "server-only";
import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import { ownPatterns } from "./own-patterns.ts";

/** A place in a text that looks like a secret: from `start` to before `end`, in UTF-16 code units. */
export type Secret = { kind: string; start: number; end: number };

const configuration = {
  rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }],
};

/** By these words a text could say itself where nothing is to be found. The texts are nobody's we would believe that. */
const exceptionInText = /secretlint-(?=disable|enable)/gi;

/** Names that no rule of capital letters gives. */
const kinds: ReadonlyMap<string, string> = new Map([
  ["aws", "AWS key"],
  ["basicauth", "Password in an address"],
  ["database-connection-string", "Password of a database"],
  ["gcp", "Google Cloud key"],
  ["github", "GitHub token"],
  ["gitlab", "GitLab token"],
  ["hashicorp-vault", "HashiCorp Vault token"],
  ["npm", "npm token"],
  ["openai", "OpenAI key"],
  ["privatekey", "Private key"],
  ["sendgrid", "SendGrid key"],
]);

function kindOf(ruleId: string): string {
  const name = ruleId.replace(/^.*secretlint-rule-/, "");
  return kinds.get(name) ?? `${name.charAt(0).toUpperCase()}${name.slice(1)} key`;
}

async function byRules(text: string): Promise<Secret[]> {
  const { messages } = await lintSource({
    source: {
      filePath: "copy.txt",
      content: text.replace(exceptionInText, "secretlint_"),
      ext: ".txt",
      contentType: "text",
    },
    options: { config: configuration, noPhysicFilePath: true },
  });
  return messages.map(({ ruleId, range: [start, end] }) => ({ kind: kindOf(ruleId), start, end }));
}

function byPatterns(text: string): Secret[] {
  return ownPatterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => {
      const secret = match.groups?.secret ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      return { kind, start, end: start + secret.length };
    }),
  );
}

/** What a secret cannot hold. */
const afterSecret = /[\s"'`,;<>()[\]{}]/;

/** Some rules say where the name before a secret begins, and how long the secret is: the rest of the word is part of it. */
function wholeWord(text: string, secret: Secret): Secret {
  let { end } = secret;
  while (end < text.length && !afterSecret.test(text.charAt(end))) end += 1;
  return { ...secret, end };
}

/** Everything in a text that looks like a secret, in its order; what overlaps is one, called what the first was. */
export async function findSecrets(text: string): Promise<Secret[]> {
  const found = [...(await byRules(text)), ...byPatterns(text)]
    .filter(({ start, end }) => end > start)
    .map((secret) => wholeWord(text, secret));
  const merged: Secret[] = [];
  for (const secret of found.sort((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    if (last && secret.start < last.end) last.end = Math.max(last.end, secret.end);
    else merged.push({ ...secret });
  }
  return merged;
}

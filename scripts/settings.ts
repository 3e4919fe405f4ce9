import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSettings, settingsByTopic } from "../lib/server/settings/settings.ts";

const begin = "<!-- settings: written by `npm run settings` -->";
const end = "<!-- end of the settings -->";

/** What holds without any setting, read by the same code as a start. */
const defaults: Record<string, unknown> = parseSettings({});

type Field = { description?: string | undefined };

function table([topic, settings]: [string, Record<string, Field>]): string {
  const rows = Object.entries(settings).map(([name, field]) => {
    const value = defaults[name];
    return `| \`${name}\` | ${field.description} | ${value === undefined || String(value) === "" ? "" : `\`${value}\``} |`;
  });
  return [
    `**${topic}**`,
    "",
    "| setting | what it does | default |",
    "|---|---|---|",
    ...rows,
  ].join("\n");
}

/** A page of documentation with the tables of all settings, made anew from their schema. @throws where it has no place for them */
export function withSettings(page: string): string {
  const [before = "", rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`The page has no place for the settings: ${begin}`);
  const tables = Object.entries(settingsByTopic).map(table);
  return [before, begin, "\n\n", tables.join("\n\n"), "\n\n", end, after].join("");
}

export const documentedIn = join(import.meta.dirname, "../docs/operations.md");

if (import.meta.main) writeFileSync(documentedIn, withSettings(readFileSync(documentedIn, "utf8")));

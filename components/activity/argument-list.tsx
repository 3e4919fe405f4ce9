"use client";

import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { humanizeKey } from "@/components/results/schema/humanize-key";
import { scrollable } from "@/components/ui/scrollable";
import type { Words } from "@/lib/language/words";
import { Replaced } from "./compare/replaced";

const depthLimit = 4;

/** What an argument is called in words. */
export function argumentName(key: string, words: Words["activity"]["sent"]): string {
  return words.nameOf(key) ?? humanizeKey(key);
}

function Absent({ children }: { children: string }) {
  return <span className="text-muted-foreground italic">{children}</span>;
}

const longLength = 600;
const longLines = 10;

/** A text, whole. A long one gets a frame, so that one sees that there is more of it to scroll to. */
function TextValue({ text }: { text: string }) {
  const { longText } = useWords("activity").sent;
  const long = text.length > longLength || text.split("\n").length > longLines;
  if (!long) return <PlainText text={text} />;
  return (
    <div
      {...scrollable(longText)}
      className="max-h-60 overflow-y-auto rounded-md border border-border bg-sunken px-2.5 py-1.5"
    >
      <PlainText text={text} />
    </div>
  );
}

function Items({ values, depth }: { values: unknown[]; depth: number }) {
  const numbered = values.map((value, index) => ({ value, number: index + 1 }));
  return (
    <ul>
      {numbered.map(({ value, number }) => (
        <li key={number}>
          <ArgumentValue value={value} depth={depth} />
        </li>
      ))}
    </ul>
  );
}

function Fields({ value, depth }: { value: object; depth: number }) {
  return (
    <ul>
      {Object.entries(value).map(([key, entry]) => (
        <li key={key}>
          <span className="text-muted-foreground">
            <PlainText text={key} />:{" "}
          </span>
          <ArgumentValue value={entry} depth={depth} />
        </li>
      ))}
    </ul>
  );
}

function ArgumentValue({ value, depth }: { value: unknown; depth: number }) {
  const words = useWords("activity").sent;
  if (value === null || value === undefined) return <Absent>{words.none}</Absent>;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (value === "") return <Absent>{words.empty}</Absent>;
  if (typeof value !== "object") return <TextValue text={String(value)} />;
  if (Object.keys(value).length === 0) return <Absent>{words.empty}</Absent>;
  if (depth >= depthLimit) return <PlainText text={JSON.stringify(value)} />;
  return Array.isArray(value) ? (
    <Items values={value} depth={depth + 1} />
  ) : (
    <Fields value={value} depth={depth + 1} />
  );
}

/** What says where, and of which thing; a database keeps no order of names. */
const first = ["workspace", "repo_slug", "pull_request_id", "issue_id", "encoded_id"];

/** Arguments in the order in which a person reads them: where, what, and then all else as it comes. */
export function inReadingOrder<Entry>(entries: Entry[], nameOf: (entry: Entry) => string): Entry[] {
  const rank = (entry: Entry) =>
    (first.indexOf(nameOf(entry)) + first.length + 1) % (first.length + 1);
  return entries.toSorted((left, right) => rank(left) - rank(right));
}

type ArgumentListProps = {
  values: Record<string, unknown>;
  /** What some of them take the place of. */
  before?: Record<string, unknown> | undefined;
};

/** Everything that is sent, by name. Nothing is cut: a long value scrolls in its place. */
export function ArgumentList({ values, before = {} }: ArgumentListProps) {
  const words = useWords("activity").sent;
  const entries = inReadingOrder(Object.entries(values), ([key]) => key);
  const names = entries.map(([key]) => argumentName(key, words));
  // Two arguments must not pass for one: where names meet, both are called what they are sent as.
  const nameOf = (key: string) => {
    const name = argumentName(key, words);
    return names.filter((other) => other === name).length > 1 ? key : name;
  };
  if (entries.length === 0)
    return <p className="text-muted-foreground text-sm">{words.noArguments}</p>;
  return (
    <dl className="@container space-y-1.5 text-sm">
      {entries.map(([key, value]) => (
        <div key={key} className="@[17rem]:flex @[17rem]:gap-3">
          <dt className="wrap-anywhere shrink-0 text-muted-foreground @[17rem]:w-28 @[30rem]:w-36">
            <PlainText text={nameOf(key)} />
          </dt>
          <dd className="wrap-anywhere min-w-0 flex-1 whitespace-pre-wrap">
            {Object.hasOwn(before, key) && before[key] !== value ? (
              <Replaced before={before[key]} now={value} />
            ) : (
              <ArgumentValue value={value} depth={0} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { useWords } from "@/components/language/words";
import type { Words } from "@/lib/language/words";
import { Card } from "../parts/card";
import { PlainText } from "../parts/plain-text";
import { humanizeKey } from "../schema/humanize-key";

const depthLimit = 4;
const entryLimit = 20;
const textLimit = 500;
/** `{3f2a…}`: an id that only machines read. */
const bracedId = /^\{[0-9a-f-]{32,36}\}$/i;

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A value that is no object, as words; long texts are cut, and all of it is in the raw JSON. */
function scalarText(value: unknown, words: Words["results"]["generic"]): string {
  if (value === null || value === undefined) return words.none;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  const text = String(value);
  if (text === "") return words.empty;
  const rest = text.length - textLimit;
  return rest > 0 ? words.cut(text.slice(0, textLimit), rest) : text;
}

function shownEntries(value: object): [key: string, value: unknown][] {
  return Object.entries(value).filter(
    ([, entry]) => !(typeof entry === "string" && bracedId.test(entry)),
  );
}

function TreeEntry({ name, value, depth }: { name: string; value: unknown; depth: number }) {
  const nested = isContainer(value) && Object.keys(value).length > 0 && depth < depthLimit;
  const layout = nested ? "" : "@[17rem]:flex @[17rem]:gap-3";
  return (
    <div className={`py-0.5 ${layout}`}>
      <dt className="wrap-anywhere shrink-0 text-muted-foreground @[17rem]:w-28 @[30rem]:w-36">
        <PlainText text={name} />
      </dt>
      <dd
        className={`wrap-anywhere min-w-0 flex-1 whitespace-pre-wrap ${nested ? "mt-0.5 border-border border-l pl-3" : ""}`}
      >
        <Value value={value} depth={depth} />
      </dd>
    </div>
  );
}

function Tree({ value, depth }: { value: object; depth: number }) {
  const words = useWords("results").generic;
  const entries = shownEntries(value);
  const numbered = Array.isArray(value);
  return (
    <dl>
      {entries.slice(0, entryLimit).map(([key, entry]) => (
        <TreeEntry
          key={key}
          name={numbered ? String(Number(key) + 1) : humanizeKey(key)}
          value={entry}
          depth={depth + 1}
        />
      ))}
      {entries.length > entryLimit ? (
        <div className="py-0.5 text-muted-foreground">
          <dt className="sr-only">{words.notShown}</dt>
          <dd>{words.more(entries.length - entryLimit)}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Value({ value, depth }: { value: unknown; depth: number }) {
  const words = useWords("results").generic;
  if (!isContainer(value)) return <PlainText text={scalarText(value, words)} />;
  const entries = Object.keys(value).length;
  if (entries === 0) return <span className="text-muted-foreground">{words.empty}</span>;
  if (depth >= depthLimit)
    return <span className="text-muted-foreground">{words.entries(entries)}</span>;
  return <Tree value={value} depth={depth} />;
}

/** Any result at all, as a tree of names and values, capped in depth, breadth and length. */
export function GenericCard({ value }: { value: unknown }) {
  return (
    <Card label={useWords("results").text.result}>
      <div className="px-3 py-2">
        <Value value={value} depth={0} />
      </div>
    </Card>
  );
}

import { useWords } from "@/components/language/words";
import type { Words } from "@/lib/language/words";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { PlainText } from "../parts/plain-text";

type Status = keyof Words["results"]["diff"]["statuses"];
type Look = { status: Status; letter: string; className: string };

const looks: ReadonlyMap<string, Look> = new Map(
  [
    { status: "added", letter: "A", className: "text-success" } as const,
    { status: "modified", letter: "M", className: "text-accent" } as const,
    { status: "removed", letter: "D", className: "text-danger" } as const,
    { status: "renamed", letter: "R", className: "text-warning" } as const,
  ].map((look) => [look.status, look]),
);

/** A path of which the folders are cut where it does not fit, and never the file's name. All of it is in the title. */
function Path({ path }: { path: string }) {
  const name = path.lastIndexOf("/") + 1;
  return (
    <span title={revealHiddenCharacters(path)} className="flex min-w-0 font-mono text-xs leading-5">
      <span className="truncate">
        <PlainText text={path.slice(0, name)} />
      </span>
      <span className="max-w-full shrink-0 truncate">
        <PlainText text={path.slice(name)} />
      </span>
    </span>
  );
}

type FileNameProps = { path: string; previousPath: string | undefined; status: string };

/** A changed file: what became of it in a letter, and its path. */
export function FileName({ path, previousPath, status }: FileNameProps) {
  const { statuses } = useWords("results").diff;
  const look = looks.get(status);
  return (
    <span className="flex min-w-0 flex-1 items-start gap-2">
      <abbr
        title={look ? statuses[look.status] : revealHiddenCharacters(status)}
        className={`w-3 shrink-0 font-mono font-semibold text-xs leading-5 no-underline ${look?.className ?? "text-muted-foreground"}`}
      >
        {look?.letter ?? "?"}
      </abbr>
      <span className="flex min-w-0 flex-wrap gap-x-1">
        {previousPath ? (
          <span className="flex min-w-0 gap-x-1 text-muted-foreground">
            <Path path={previousPath} /> →
          </span>
        ) : null}
        <Path path={path} />
      </span>
    </span>
  );
}

import { FileText, Folder } from "lucide-react";
import { z } from "zod";
import { useLanguage, useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { Code } from "../parts/code";
import { formatBytes } from "../parts/format-bytes";
import { optionalNumber, optionalText } from "../schema/fields";

const itemSchema = z.object({
  path: z.string().min(1),
  type: optionalText,
  size: optionalNumber,
});

type Item = z.infer<typeof itemSchema>;

function FolderEntry({ item: { path, type, size } }: { item: Item }) {
  const { aFolder, aFile } = useWords("results").code;
  const language = useLanguage();
  const isFolder = type?.includes("directory") ?? false;
  const Icon = isFolder ? Folder : FileText;
  return (
    <li className="flex items-center gap-2.5 px-3 py-1.5">
      <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <span className="min-w-0 flex-1">
        <Code text={isFolder ? `${path}/` : path} />
        <span className="sr-only">{isFolder ? aFolder : aFile}</span>
      </span>
      {size !== undefined && !isFolder ? (
        <span className="text-muted-foreground text-xs">{formatBytes(size, language)}</span>
      ) : null}
    </li>
  );
}

/** What stands in a folder of a repository. */
export const folderResult = defineList(itemSchema, {
  noun: "file",
  keyOf: (item) => item.path,
  row: (item) => <FolderEntry item={item} />,
});

import type { ReactNode } from "react";
import { scrollable } from "@/components/ui/scrollable";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

const looks = {
  code: "py-1.5 font-mono text-xs leading-5 [font-variant-ligatures:none]",
  table: "",
};

/** Code or a table that scrolls sideways. */
export function ScrollBox({
  label,
  look = "code",
  children,
}: {
  label: string;
  look?: keyof typeof looks;
  children: ReactNode;
}) {
  return (
    <div
      {...scrollable(revealHiddenCharacters(label))}
      className={`overflow-x-auto -outline-offset-2 ${looks[look]}`}
    >
      {children}
    </div>
  );
}

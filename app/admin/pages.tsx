import Link from "next/link";
import { buttonClasses } from "@/components/ui/button";
import { requestWords } from "@/lib/server/language";

/** The ways to the other pages of a list. @param first where it begins, null on its first page; next null on its last */
export async function Pages({ first, next }: { first: string | null; next: string | null }) {
  const words = (await requestWords()).admin.pages;
  return (
    <nav aria-label={words.label} className="mt-4 flex justify-between gap-2 empty:hidden">
      {first ? (
        <Link href={first} className={buttonClasses()}>
          {words.first}
        </Link>
      ) : null}
      {next ? (
        <Link href={next} className={`ml-auto ${buttonClasses()}`}>
          {words.next}
        </Link>
      ) : null}
    </nav>
  );
}

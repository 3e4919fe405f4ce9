import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { redirect } from "next/navigation";
import { WordsFor } from "@/components/language/words-for";
import { Button, buttonClasses } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { listUsers } from "@/lib/server/admin/users";
import { requireAdmin } from "@/lib/server/auth";
import { isBranchlineError } from "@/lib/server/errors";
import { requestWords } from "@/lib/server/language";
import { AdminPage } from "./admin-page";
import { type Parameters, single } from "./parameters";
import { UsersTable } from "./users-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).admin.title };
}

/** What is listed at an address; one that was mended by hand and cannot be read leads to the whole list. */
async function readPage(text: string | undefined, cursor: string | undefined) {
  try {
    return await listUsers({ text, cursor });
  } catch (error) {
    if (isBranchlineError(error) && error.code === "invalid_request") redirect("/admin");
    throw error;
  }
}

/** Who is here, and what they may do. */
export default async function UsersPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const admin = await requireAdmin("/admin");
  const query = await searchParams;
  const text = single(query.text)?.slice(0, 200);
  const { users, nextCursor } = await readPage(text, single(query.cursor));
  const words = (await requestWords()).admin;
  const { pages } = words;
  const more = new URLSearchParams({ ...(text ? { text } : {}), cursor: nextCursor ?? "" });
  return (
    <AdminPage tab="users">
      <Form
        key={text}
        action="/admin"
        role="search"
        aria-label={words.tabs.users}
        className="mb-4 flex items-end gap-2"
      >
        <div className="w-full max-w-sm">
          <TextField
            label={words.users.search}
            type="search"
            name="text"
            defaultValue={text}
            maxLength={200}
          />
        </div>
        <div className="flex h-9 items-center pointer-coarse:h-11">
          <Button type="submit">{words.users.show}</Button>
        </div>
      </Form>
      {users.length === 0 ? (
        <p className="text-muted-foreground">{words.users.nobody}</p>
      ) : (
        <WordsFor room="admin">
          <UsersTable users={users} adminId={admin.id} />
        </WordsFor>
      )}
      <nav aria-label={pages.label} className="mt-4 flex justify-between gap-2 empty:hidden">
        {single(query.cursor) ? (
          <Link href="/admin" className={buttonClasses()}>
            {pages.first}
          </Link>
        ) : null}
        {nextCursor ? (
          <Link href={`/admin?${more}`} className={`ml-auto ${buttonClasses()}`}>
            {pages.next}
          </Link>
        ) : null}
      </nav>
    </AdminPage>
  );
}

import type { Metadata } from "next";
import Form from "next/form";
import { addressWith, listedAt, type Parameters, single } from "@/app/search-parameters";
import { WordsFor } from "@/components/language/words-for";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { listUsers } from "@/lib/server/admin/users";
import { requireAdmin } from "@/lib/server/auth";
import { requestWords } from "@/lib/server/language";
import { AdminPage } from "./admin-page";
import { Pages } from "./pages";
import { UsersTable } from "./users-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).admin.title };
}

/** Who is here, and what they may do. */
export default async function UsersPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const admin = await requireAdmin("/admin");
  const query = await searchParams;
  const text = single(query.text)?.slice(0, 200);
  const cursor = single(query.cursor);
  const { users, nextCursor } = await listedAt("/admin", () => listUsers({ text, cursor }));
  const words = (await requestWords()).admin;
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
          <Button type="submit">{words.show}</Button>
        </div>
      </Form>
      {users.length === 0 ? (
        <p className="text-muted-foreground">{words.users.nobody}</p>
      ) : (
        <WordsFor room="admin">
          <UsersTable users={users} adminId={admin.id} />
        </WordsFor>
      )}
      <Pages
        first={cursor ? addressWith("/admin", { text }) : null}
        next={nextCursor && addressWith("/admin", { text, cursor: nextCursor })}
      />
    </AdminPage>
  );
}

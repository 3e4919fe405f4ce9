import Link from "next/link";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { requestWords } from "@/lib/server/language";
import type { AdminUser } from "@/lib/shared/admin";
import { DataTable } from "./data-table";
import { PersonName } from "./person";
import { UserActions } from "./user-actions";

async function Who({ user, own }: { user: AdminUser; own: boolean }) {
  const words = (await requestWords()).admin.users;
  return (
    <>
      <p className="font-medium">
        <Link
          href={`/admin/trail?userId=${user.id}`}
          className="touch-target underline-offset-2 hover:underline"
        >
          <PersonName person={user} />
        </Link>
        {own ? <span className="font-normal text-muted-foreground"> {words.you}</span> : null}
      </p>
      {user.email ? (
        <p className="text-muted-foreground">
          <PlainText text={user.email} />
        </p>
      ) : null}
    </>
  );
}

export async function UsersTable({
  users,
  adminId,
}: {
  users: readonly AdminUser[];
  adminId: string;
}) {
  const words = (await requestWords()).admin.users;
  return (
    <DataTable
      caption={words.table}
      headings={Object.values(words.columns)}
      plain={words.columns.actions}
      rows={users.map((user) => {
        const own = user.id === adminId;
        const role = user.disabled ? (
          <span key="disabled" className="font-medium text-danger">
            {words.disabled}
          </span>
        ) : user.kind === "guest" ? (
          words.guest
        ) : (
          words.roles[user.role]
        );
        return {
          key: user.id,
          slot: "user",
          cells: [
            <Who key="who" user={user} own={own} />,
            role,
            user.lastSeenAt ? <RelativeTime key="seen" time={user.lastSeenAt} /> : words.never,
            <RelativeTime key="since" time={user.createdAt} />,
            own ? null : <UserActions key="actions" user={user} />,
          ],
        };
      })}
    />
  );
}

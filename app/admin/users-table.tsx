import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { requestWords } from "@/lib/server/language";
import type { AdminUser } from "@/lib/shared/admin";
import { UserActions } from "./user-actions";

const cell = "max-md:block md:px-3 md:py-3";

async function Row({ user, own }: { user: AdminUser; own: boolean }) {
  const words = (await requestWords()).admin.users;
  const { columns } = words;
  const label = (text: string) => <span className="text-muted-foreground md:hidden">{text}: </span>;
  return (
    <tr
      data-slot="user"
      className="border-border border-t align-top max-md:grid max-md:gap-1 max-md:px-4 max-md:py-3"
    >
      <td className={`wrap-anywhere md:w-2/5 ${cell}`}>
        <p className="font-medium">
          {user.kind === "guest" ? words.guest : <PlainText text={user.name} />}
          {own ? <span className="font-normal text-muted-foreground"> {words.you}</span> : null}
        </p>
        {user.email ? (
          <p className="text-muted-foreground">
            <PlainText text={user.email} />
          </p>
        ) : null}
      </td>
      <td className={cell}>
        {label(columns.role)}
        {user.disabled ? (
          <span className="font-medium text-danger">{words.disabled}</span>
        ) : (
          words.roles[user.role]
        )}
      </td>
      <td className={`whitespace-nowrap text-muted-foreground ${cell}`}>
        {label(columns.lastSeen)}
        {user.lastSeenAt ? <RelativeTime time={user.lastSeenAt} /> : words.never}
      </td>
      <td className={`whitespace-nowrap text-muted-foreground ${cell}`}>
        {label(columns.since)}
        <RelativeTime time={user.createdAt} />
      </td>
      <td className={`max-md:mt-1 ${cell}`}>{own ? null : <UserActions user={user} />}</td>
    </tr>
  );
}

/** People as a table; on a phone each is a block of its own. */
export async function UsersTable({
  users,
  adminId,
}: {
  users: readonly AdminUser[];
  adminId: string;
}) {
  const { columns, table } = (await requestWords()).admin.users;
  return (
    <div className="overflow-x-auto rounded-xl border border-border bg-surface">
      <table className="w-full text-left text-sm max-md:block">
        <caption className="sr-only">{table}</caption>
        <thead className="max-md:sr-only">
          <tr>
            {Object.entries(columns).map(([column, heading]) => (
              <th
                key={column}
                scope="col"
                className="px-3 py-2 font-medium text-muted-foreground text-xs"
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block max-md:[&>tr:first-child]:border-t-0">
          {users.map((user) => (
            <Row key={user.id} user={user} own={user.id === adminId} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

import "server-only";

/** What names a person in a list. @param table the users, or an alias of theirs */
export const personColumns = <Id, Name, Kind>({
  id,
  name,
  kind,
}: {
  id: Id;
  name: Name;
  kind: Kind;
}) => ({
  id,
  name,
  kind,
});

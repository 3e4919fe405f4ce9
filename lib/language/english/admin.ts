/** Where administrators look after the installation. */
export const admin = {
  title: "Administration",
  tabs: { users: "People" },
  pages: { label: "Pages", first: "First page", next: "Next page" },
  users: {
    search: "Name or e-mail",
    show: "Show",
    nobody: "Nobody is called that here.",
    table: "The people of this installation",
    columns: {
      who: "Who",
      role: "Role",
      lastSeen: "Last seen",
      since: "Since",
      actions: "What to do",
    },
    you: "(you)",
    guest: "Guest",
    never: "not yet",
    disabled: "Disabled",
    roles: { member: "Member", admin: "Administrator" },
    make: { member: "Make member", admin: "Make administrator" },
    makeOf: {
      member: (name: string) => `Make ${name} a member`,
      admin: (name: string) => `Make ${name} an administrator`,
    },
    enable: "Enable",
    enableOf: (name: string) => `Enable ${name}`,
    disable: "Disable",
    disableOf: (name: string) => `Disable ${name}`,
    disableAsk: (name: string) => `Disable ${name}?`,
    disableMeans:
      "They are signed out everywhere at once, and what is being written for them stops. Everything they have stays, and comes back when they are enabled again.",
  },
};

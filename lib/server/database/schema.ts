// All tables, for whoever reads or changes them. Migrations are made of what this file names.

export * from "./schema/actions.ts";
export * from "./schema/admin.ts";
export * from "./schema/chats.ts";
export * from "./schema/people.ts";
export * from "./schema/router.ts";
export * from "./schema/runs.ts";
export * from "./schema/sharing.ts";

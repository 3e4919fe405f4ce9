import { openEmbeddedDatabase } from "../../lib/server/database/embedded.ts";

// `node --conditions=react-server tests/support/make-database.ts <folder>`: an empty, migrated database.
const [, , directory = ""] = process.argv;
await (await openEmbeddedDatabase(directory)).close();

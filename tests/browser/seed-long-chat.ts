import { openEmbeddedDatabase } from "../../lib/server/database/embedded.ts";
import { user } from "../../lib/server/database/schema.ts";
import { storeLongChat } from "../support/long-chat.ts";

// Gives the only user of a data folder, whose server is down, a chat of so many messages, and prints its id.
const [directory = "", count = ""] = process.argv.slice(2);
const { database, close } = await openEmbeddedDatabase(directory);
const [owner] = await database.select({ id: user.id }).from(user);
if (!owner) throw new Error("Nobody has signed in yet.");
console.log(await storeLongChat(database, owner.id, Number(count)));
await close();

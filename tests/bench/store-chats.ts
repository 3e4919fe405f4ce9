import { openEmbeddedDatabase } from "../../lib/server/database/embedded.ts";
import { user } from "../../lib/server/database/schema.ts";
import { storeLongChat, storeSearchableChats } from "../support/long-chat.ts";

// Gives the only user of a data folder, whose server is down, so many chats that a search finds, and one for each of the other
// numbers with so many messages; prints the ids of those.
const [directory = "", chats = "", ...lengths] = process.argv.slice(2);
const { database, close } = await openEmbeddedDatabase(directory);
const [owner] = await database.select({ id: user.id }).from(user);
if (!owner) throw new Error("Nobody has signed in yet.");
await storeSearchableChats(database, owner.id, { chats: Number(chats), messagesEach: 2 });
const ids: string[] = [];
for (const length of lengths) ids.push(await storeLongChat(database, owner.id, Number(length)));
// Every answer was a run once.
await database.execute(`
  insert into run (id, chat_id, user_id, request_id, user_message_id, message_id, status)
  select gen_random_uuid(), chat.id, chat.user_id, gen_random_uuid(), message.parent_id, message.id, 'ended'
  from message join chat on chat.id = message.chat_id where message.role = 'assistant'`);
await database.execute("analyze");
console.log(JSON.stringify(ids));
await close();

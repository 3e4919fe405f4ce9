import { openEmbeddedDatabase } from "../../lib/server/database/embedded.ts";
import { repeatChat } from "../support/repeat-chat.ts";

// In a data folder whose server is down: stores chats of so many messages that repeat the one chat named first. Prints them.
const [directory = "", recordedId = "", ...counts] = process.argv.slice(2);
const { database, close } = await openEmbeddedDatabase(directory);
const chats = [];
for (const count of counts) chats.push(await repeatChat(database, recordedId, Number(count)));
await close();
console.log(
  JSON.stringify(
    chats.map(({ chatId, messages }) => ({
      chatId,
      texts: messages.map(({ role, parts }) => ({
        role,
        text: parts.flatMap((part) => (part.type === "text" ? part.text : [])).join("\n\n"),
      })),
    })),
  ),
);

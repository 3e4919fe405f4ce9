import { sql } from "drizzle-orm";
import { openEmbeddedDatabase } from "./embedded.ts";

// Writes rows into the database of the folder in argv until it is killed, and tells the number of each that is stored.
process.once("disconnect", () => process.exit());
const { database } = await openEmbeddedDatabase(process.argv[2] ?? "");
await database.execute(sql`create table if not exists written (number int primary key)`);
for (let number = 1; ; number += 1) {
  await database.execute(sql`insert into written values (${number})`);
  // At the pace at which it is heard: it writes faster than whoever started it can listen.
  await new Promise((resolve) => process.send?.(number, resolve));
}

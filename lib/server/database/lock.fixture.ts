import { lockDataFolder } from "./lock.ts";

// Holds the lock of the folder in argv until it is killed.
lockDataFolder(process.argv[2] ?? "");
process.send?.("locked");
setInterval(() => {}, 60_000);

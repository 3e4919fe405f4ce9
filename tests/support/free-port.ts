import { once } from "node:events";
import { createServer } from "node:net";

const given = new Set<number>();

/** A port nobody listens on, and that was not given before: who asked may not listen yet. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || !address) throw new Error("This machine gave no port.");
  if (given.has(address.port)) return freePort();
  given.add(address.port);
  return address.port;
}

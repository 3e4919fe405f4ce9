import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import { openEmbeddedDatabase } from "@/lib/server/database/embedded";
import { FakeWire } from "../../support/fake-wire";
import type { OwnServer } from "../../support/own-server";
import { Visitor } from "../visitor";
import {
  type ChatBelongings,
  storeChatBelongings,
  storeUser,
  storeUserBelongings,
} from "./belongings";
import { startHostedServer } from "./hosted-server";
import { type Rows, readRows } from "./rows";

/** Somebody with an account, and one of everything in it. */
export type Occupant = ChatBelongings & {
  userId: string;
  email: string;
  password: string;
  /** The account that is connected. */
  connection: string;
};

/** A server on which two people have one of everything, with services that are scripted. */
export type OccupiedServer = {
  server: OwnServer;
  wire: FakeWire;
  /** Whose things are at stake. */
  owner: Occupant;
  /** Whoever is after them. */
  other: Occupant;
  /** A browser that is signed in as one of them. */
  signIn(occupant: Occupant): Promise<Visitor>;
  /** All rows as they were before the server began. */
  before: Rows;
  /** Stops the server and answers all rows: while it runs, nobody else can open its database. */
  stopAndRead(): Promise<Rows>;
  close(): Promise<void>;
};

async function readAll(directory: string): Promise<Rows> {
  const { database, close } = await openEmbeddedDatabase(directory);
  return readRows(database).finally(close);
}

/** @param folder of the installation, when it is not this one */
export async function startOccupiedServer(folder?: string): Promise<OccupiedServer> {
  const directory = mkdtempSync(join(tmpdir(), "branchline-occupied-"));
  const wire = await FakeWire.start();
  const { database, close } = await openEmbeddedDatabase(directory);
  const settle = async (): Promise<Occupant> => {
    const [email, password] = [`canary-${randomUUID()}@example.com`, randomUUID()];
    const passwordHash = await hash(password);
    const { id: userId, name } = await storeUser(database, { email, passwordHash });
    await storeUserBelongings(database, userId);
    const belongings = await storeChatBelongings(database, userId);
    const connection = `ca_${randomUUID()}`;
    wire.accounts.push({ id: connection, userId, status: "ACTIVE" });
    wire.accounts.push({ id: belongings.linkedAccount, userId, status: "INITIATED" });
    const secret = [...belongings.secret, name, email, connection];
    return { ...belongings, secret, userId, email, password, connection };
  };
  const [owner, other] = [await settle(), await settle()];
  const before = await readRows(database);
  await close();
  const server = await startHostedServer(wire.origin, { DATA_DIR: directory }, folder);
  return {
    server,
    wire,
    owner,
    other,
    before,
    async signIn({ email, password }) {
      const visitor = new Visitor(server.origin);
      const signedIn = await visitor.post("/api/auth/password", { email, password });
      if (signedIn.status !== 200) throw new Error(`Signing in answered ${signedIn.status}.`);
      return visitor;
    },
    async stopAndRead() {
      await server.terminate();
      return readAll(directory);
    },
    async close() {
      await server.kill();
      await wire.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

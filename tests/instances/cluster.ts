import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Audited } from "../faults/audit";
import { type Person, type StoredChat, signIn, signUp } from "../faults/person";
import { Reader } from "../faults/reader";
import { type Services, serviceSettings, startServices } from "../faults/services";
import { type OwnServer, startServer } from "../support/own-server";
import { type PostgresServer, startPostgres } from "../support/postgres";

/** Milliseconds after which an answer counts as one that never ends. */
const patience = 60_000;

/** Several production servers on one PostgreSQL, with services that outlive them, and one person who is signed in to all. */
export class Cluster implements AsyncDisposable, Audited {
  readonly instances: readonly OwnServer[];
  readonly postgres: PostgresServer;
  readonly services: Services;
  readonly person: Person;
  readonly acknowledged: Audited["acknowledged"] = [];
  kills = 0;
  readonly #directory: string;

  /** The folder that every instance is given, and none uses. */
  get dataDirectory(): string {
    return join(this.#directory, "absent");
  }

  private constructor(
    directory: string,
    parts: Pick<Cluster, "instances" | "postgres" | "services" | "person">,
  ) {
    this.#directory = directory;
    this.instances = parts.instances;
    this.postgres = parts.postgres;
    this.services = parts.services;
    this.person = parts.person;
  }

  /** Starts all instances at once: whichever is first makes the schema. */
  static async open(count: number, settings: Record<string, string> = {}): Promise<Cluster> {
    const directory = await mkdtemp(join(tmpdir(), "branchline-cluster-"));
    const postgres = await startPostgres();
    const services = await startServices(join(directory, "sandbox"));
    const shared = {
      DATABASE_URL: await postgres.createDatabase(),
      // None of them keeps anything there.
      DATA_DIR: join(directory, "absent"),
      HOME: directory,
      ...serviceSettings(services.network.origin),
      ...settings,
    };
    const instances = await Promise.all(Array.from({ length: count }, () => startServer(shared)));
    const [{ origin } = { origin: "" }] = instances;
    const person = await signIn(origin, await signUp(origin));
    await person.connectBitbucket();
    return new Cluster(directory, { instances, postgres, services, person });
  }

  /** The person at one of the instances. */
  at(index: number): Person {
    const instance = this.instances[index];
    if (!instance) throw new Error(`There is no instance ${index}.`);
    return this.person.at(instance.origin);
  }

  /** Sends a message to an instance, and watches its answer there. */
  async say(index: number, chatId: string, text = "Please file an issue."): Promise<Reader> {
    const id = crypto.randomUUID();
    const response = await this.at(index).send(chatId, { id, text });
    if (!response.ok) throw new Error(`The message was answered ${response.status}.`);
    this.acknowledged.push({ chatId, id, text });
    return new Reader(response);
  }

  /** Watches a live answer at an instance. */
  async watch(index: number, chatId: string): Promise<Reader> {
    return new Reader(await this.at(index).follow(chatId));
  }

  async kill(index: number): Promise<void> {
    this.kills += 1;
    await this.instances[index]?.kill();
  }

  /** Waits at an instance until a chat's answer has ended. */
  async untilEnded(index: number, chatId: string): Promise<StoredChat> {
    const signal = AbortSignal.timeout(patience);
    for (;;) {
      signal.throwIfAborted();
      const chat = await this.at(index).chat(chatId);
      if (!chat.live) return chat;
      await new Reader(await this.at(index).follow(chatId, 0, signal)).over;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.kill()));
    await this.services[Symbol.asyncDispose]();
    await this.postgres.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { type OwnServer, startServer } from "../support/own-server";
import type { Audited } from "./audit";
import { Person, type StoredChat, signIn, signUp } from "./person";
import { Reader, shownBy } from "./reader";
import { type Services, serviceSettings, startServices } from "./services";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy";

/** Milliseconds after which an answer counts as one that never ends. */
const patience = 40_000;

/** A production server with services that outlive it, and one person in one chat. */
export class Stage implements AsyncDisposable, Audited {
  readonly server: OwnServer;
  readonly services: Services;
  readonly person: Person;
  /** Between the browser and the server. */
  readonly front: TcpProxy;
  readonly chatId: string = crypto.randomUUID();
  /** Messages that the server said it has. */
  readonly acknowledged: Audited["acknowledged"] = [];
  readonly readers: Reader[] = [];
  /** The server's, besides its port. */
  readonly settings: Record<string, string>;
  kills = 0;
  readonly #directory: string;

  private constructor(
    directory: string,
    parts: Pick<Stage, "server" | "services" | "person" | "front" | "settings">,
  ) {
    this.#directory = directory;
    this.server = parts.server;
    this.settings = parts.settings;
    this.services = parts.services;
    this.person = parts.person;
    this.front = parts.front;
  }

  /**
   * @param options.connected whether the person has connected Bitbucket already
   * @param options.settings of the server, beside those that every stage has
   */
  static async open({
    connected = true,
    settings: more = {},
  }: {
    connected?: boolean;
    settings?: Record<string, string>;
  } = {}): Promise<Stage> {
    const installation = inject("installation");
    const directory = await mkdtemp(join(tmpdir(), "branchline-fault-"));
    await cp(installation.directory, directory, { recursive: true });
    const services = await startServices(join(directory, "sandbox"));
    const settings = {
      DATA_DIR: join(directory, "data"),
      // The router's SDK reads a key and an address from the home folder.
      HOME: directory,
      ...serviceSettings(services.network.origin),
      ...more,
    };
    const server = await startServer(settings);
    const front = await startTcpProxy({
      host: "localhost",
      port: Number(new URL(server.origin).port),
    });
    const person = connected
      ? new Person(server.origin, installation.cookie)
      : await signIn(server.origin, await signUp(server.origin));
    return new Stage(directory, { server, services, person, front, settings });
  }

  /** Sends a message by `person`, and watches its answer once the server has said that it has it. */
  async say(
    text: string,
    { person = this.person, id = crypto.randomUUID() as string, chatId = this.chatId } = {},
  ): Promise<Reader> {
    const response = await person.send(chatId, { id, text });
    if (!response.ok) throw new Error(`The message was answered ${response.status}.`);
    this.acknowledged.push({ chatId, id, text });
    const reader = new Reader(response);
    this.readers.push(reader);
    return reader;
  }

  async kill(): Promise<void> {
    this.kills += 1;
    await this.server.kill();
    await Promise.all(this.readers.map((reader) => reader.over));
  }

  /**
   * Waits for the end of the live answer.
   *
   * @param options.giving whether the person gives on the way what it waits for: a yes, a connection
   */
  async untilEnded({ chatId = this.chatId, giving = true } = {}): Promise<StoredChat> {
    const given = new Map<string, Promise<unknown>>();
    const give = (id: string, answer: () => Promise<unknown>) => {
      if (giving && !given.has(id)) given.set(id, answer());
    };
    const signal = AbortSignal.timeout(patience);
    for (;;) {
      signal.throwIfAborted();
      const chat = await this.person.chat(chatId);
      if (!chat.live) return chat;
      const reader = new Reader(await this.person.follow(chatId, 0, signal), (chunk) => {
        const { id, state } = shownBy(chunk)?.data ?? {};
        if (state?.status === "approval")
          give(state.approvalId, () => this.person.approve(state.approvalId));
        if (id && state?.status === "needed") give(id, () => this.person.connect(id));
      });
      await reader.over;
      await Promise.all(given.values());
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.kill();
    await this.front.close();
    await this.services[Symbol.asyncDispose]();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

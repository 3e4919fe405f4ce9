import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ActionView } from "@/lib/shared/action";
import type { ChatMode, DecideApproval } from "@/lib/shared/api";
import { Reader, shownBy } from "../../faults/reader";
import { signUp, type Visitor } from "../visitor";

/** What a member is going to be asked, and how they answer. */
export type Question = {
  /** How many actions are asked about at once. */
  actions: number;
  answer: (actions: ActionView[]) => DecideApproval;
};

export const yes: DecideApproval = { decision: "approve" };

const pathSchema = z.object({ path: z.string() });

/** Somebody with an account who does what people do, by the calls of our own pages. */
export class Member {
  readonly visitor: Visitor;
  readonly email: string;
  readonly password: string;

  private constructor(visitor: Visitor, credentials: { email: string; password: string }) {
    this.visitor = visitor;
    this.email = credentials.email;
    this.password = credentials.password;
  }

  static async join(visitor: Visitor): Promise<Member> {
    return new Member(visitor, await signUp(visitor));
  }

  async json<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
    return schema.parse(await (await this.visitor.fetch(path)).json());
  }

  async #follow(chatId: string): Promise<Reader> {
    return new Reader(await this.visitor.fetch(`/api/chats/${chatId}/stream?after=0`));
  }

  async #isLive(chatId: string): Promise<boolean> {
    return (await this.json(`/api/chats/${chatId}`, z.object({ live: z.boolean() }))).live;
  }

  async #untilEnded(chatId: string): Promise<void> {
    while (await this.#isLive(chatId)) await (await this.#follow(chatId)).over;
  }

  /** Sends a message. @returns whoever watches its answer */
  async say(text: string, chatId: string, mode?: ChatMode): Promise<Reader> {
    const sent = { id: randomUUID(), text, ...(mode ? { mode } : {}) };
    const response = await this.visitor.post(`/api/chats/${chatId}/messages`, sent);
    if (!response.ok) throw new Error(`The message was answered ${response.status}.`);
    return new Reader(response);
  }

  /** Sends a message, answers each question in turn, and returns when the answer has ended. */
  async ask(
    text: string,
    questions: readonly Question[] = [],
    { chatId = randomUUID() as string, mode }: { chatId?: string; mode?: ChatMode } = {},
  ): Promise<string> {
    let reader = await this.say(text, chatId, mode);
    const answered = new Set<string>();
    for (const { actions, answer } of questions) {
      const { approvalId, asked } = await untilAsked(reader, actions, answered);
      answered.add(approvalId);
      const decided = await this.visitor.post(`/api/approvals/${approvalId}`, answer(asked));
      if (!decided.ok) throw new Error(`The answer was answered ${decided.status}.`);
      reader = await this.#follow(chatId);
    }
    await this.#untilEnded(chatId);
    return chatId;
  }

  /**
   * Sends a message whose answer asks for a connection, and connects.
   *
   * @param consent allows it on the provider's page, and answers where the browser is sent back to
   */
  async askAndConnect(text: string, consent: (address: string) => Promise<string>) {
    const chatId: string = randomUUID();
    const attempt = await (await this.say(text, chatId)).untilConnection();
    await this.comeBack(await consent(await this.#open(`/connect/${attempt}`)));
    await this.#untilEnded(chatId);
    return chatId;
  }

  /** Starts to connect Bitbucket, outside of any chat. @returns where the provider's page is */
  async beginConnecting(): Promise<string> {
    const made = await this.visitor.post("/api/connections", { toolkit: "bitbucket" });
    const { path } = pathSchema.parse(await made.json());
    return this.#open(path);
  }

  async #open(path: string): Promise<string> {
    const opened = await this.visitor.post(`${path}/open`);
    const [, address] = /^0; url=(.+)$/.exec(opened.headers.get("refresh") ?? "") ?? [];
    if (!address) throw new Error(`The connect link answered ${opened.status}.`);
    return address;
  }

  /** Comes back from the provider's page. @param callback absolute */
  async comeBack(callback: string): Promise<void> {
    const { pathname, search } = new URL(callback);
    await (await this.visitor.fetch(`${pathname}${search}`)).text();
  }
}

/** Waits until a reader has seen that many actions wait for one answer. */
function untilAsked(reader: Reader, count: number, answered: ReadonlySet<string>) {
  const latest = new Map<string, ActionView>();
  return reader.until((chunk) => {
    const shown = shownBy(chunk);
    if (shown?.type !== "data-action") return undefined;
    latest.set(shown.data.id, shown.data);
    const asked = [...latest.values()].filter(
      ({ state }) => state.status === "approval" && !answered.has(state.approvalId),
    );
    const [first] = asked;
    if (asked.length < count || first?.state.status !== "approval") return undefined;
    return { approvalId: first.state.approvalId, asked };
  });
}

/** Allows access on the embedded provider's consent page. @returns where it sends the browser back to */
export async function consentAs(identity: string, address: string): Promise<string> {
  const answer = await fetch(address, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ identity, decision: "allow" }),
  });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`The consent page answered ${answer.status}.`);
  return location;
}

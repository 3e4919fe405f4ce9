import { z } from "zod";
import { actionViewSchema } from "@/lib/shared/action";
import { connectionViewSchema } from "@/lib/shared/connection";
import { messageMetadataSchema } from "@/lib/shared/message";

const partSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("data-action"), id: z.string(), data: actionViewSchema }),
  z.object({ type: z.literal("data-connection"), id: z.string(), data: connectionViewSchema }),
  z.object({ type: z.literal("data-notice"), data: z.looseObject({ kind: z.string() }) }),
]);
type Part = z.infer<typeof partSchema>;

const chatSchema = z.object({
  live: z.boolean(),
  messages: z.array(
    z.object({
      id: z.string(),
      role: z.string(),
      metadata: messageMetadataSchema,
      /** Those of the kinds above; the others are the model's own. */
      parts: z.array(z.unknown()).transform((parts) =>
        parts.flatMap((part): Part[] => {
          const known = partSchema.safeParse(part);
          return known.success ? [known.data] : [];
        }),
      ),
    }),
  ),
});
/** A chat as the server has stored it. */
export type StoredChat = z.infer<typeof chatSchema>;

const auditSchema = z.object({
  actions: z.array(
    z.object({
      tool: z.string(),
      toolClass: z.string(),
      status: z.string(),
      arguments: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type AuditRow = z.infer<typeof auditSchema>["actions"][number];

const password = "correct horse battery";

/** Tests of the page's own code put another in its place. */
const network = globalThis.fetch;

/** Somebody with a browser's session, who does everything by the HTTP API. */
export class Person {
  readonly origin: string;
  readonly cookie: string;

  constructor(origin: string, cookie: string) {
    this.origin = origin;
    this.cookie = cookie;
  }

  /** The same session as seen at another address of the same server. */
  at(origin: string): Person {
    return new Person(origin, this.cookie);
  }

  /** A request of a page of ours. A redirect is answered, not followed. */
  request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", this.cookie);
    headers.set("origin", this.origin);
    // A kept connection would be one to a server that was killed meanwhile.
    headers.set("connection", "close");
    return network(new URL(path, this.origin), { redirect: "manual", ...init, headers }).catch(
      (error: unknown) => {
        throw new Error(`${init.method ?? "GET"} ${path} failed.`, { cause: error });
      },
    );
  }

  post(path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    return this.request(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  }

  /** Sends a message; the answer's status says whether the server has it. */
  send(chatId: string, message: { id: string; text: string }, signal?: AbortSignal) {
    return this.post(`/api/chats/${chatId}/messages`, message, signal);
  }

  /** The live answer from chunk `after` on; 204 when there is none. */
  follow(chatId: string, after = 0, signal?: AbortSignal): Promise<Response> {
    return this.request(`/api/chats/${chatId}/stream?after=${after}`, signal ? { signal } : {});
  }

  stop(chatId: string): Promise<Response> {
    return this.post(`/api/chats/${chatId}/stop`, {});
  }

  approve(approvalId: string): Promise<Response> {
    return this.post(`/api/approvals/${approvalId}`, { decision: "approve" });
  }

  deny(approvalId: string): Promise<Response> {
    return this.post(`/api/approvals/${approvalId}`, { decision: "deny" });
  }

  async chat(chatId: string): Promise<StoredChat> {
    return chatSchema.parse(await (await this.request(`/api/chats/${chatId}`)).json());
  }

  /** The audit trail of a chat. */
  async actions(chatId: string): Promise<AuditRow[]> {
    const answer = await this.request(`/api/actions?chatId=${chatId}`);
    return auditSchema.parse(await answer.json()).actions;
  }

  /** Follows a connect link of ours to the provider, and answers the address of its consent page. */
  async openConsent(attempt: string): Promise<string> {
    const opened = await this.post(`/connect/${attempt}/open`);
    const [, address] = /^0; url=(.+)$/.exec(opened.headers.get("refresh") ?? "") ?? [];
    if (!address) throw new Error(`The connect link answered ${opened.status}.`);
    return new URL(address, this.origin).href;
  }

  /** Allows it on the consent page and comes back. */
  async connect(attempt: string): Promise<void> {
    await this.comeBack(await consent(await this.openConsent(attempt)));
  }

  /** @param address where the provider sends the browser */
  async comeBack(address: string): Promise<void> {
    const { pathname, search } = new URL(address);
    await (await this.request(`${pathname}${search}`)).text();
  }

  /** Connects Bitbucket outside of any chat. */
  async connectBitbucket(): Promise<void> {
    const made = await this.post("/api/connections", { toolkit: "bitbucket" });
    const { path } = z.object({ path: z.string() }).parse(await made.json());
    await this.connect(path.replace("/connect/", ""));
  }
}

/** Allows access on the provider's consent page, without a word to our server. Answers where it sends the browser back to. */
export async function consent(address: string): Promise<string> {
  const answer = await fetch(address, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ identity: "jane-acme", decision: "allow" }),
  });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`The consent page answered ${answer.status}.`);
  return location;
}

function cookiesOf({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((pair) => pair.split(";")[0])
    .join("; ");
}

/** Signs in with an account that {@link signUp} made. */
export async function signIn(origin: string, email: string): Promise<Person> {
  const credentials = { email, password };
  const signedIn = await new Person(origin, "").post("/api/auth/password", credentials);
  return new Person(origin, cookiesOf(signedIn));
}

/** Begins as a new guest, where they are let in. */
export async function enterAsGuest(origin: string): Promise<Person> {
  return new Person(origin, cookiesOf(await new Person(origin, "").post("/api/auth/guest", {})));
}

/** Makes an account. */
export async function signUp(origin: string): Promise<string> {
  const email = `${crypto.randomUUID()}@example.com`;
  const account = { email, password, name: "Jane" };
  const made = await new Person(origin, "").post("/api/account", account);
  if (made.status !== 201) throw new Error(`Signing up answered ${made.status}.`);
  return email;
}

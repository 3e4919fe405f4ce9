import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { database } from "@/lib/server/database/connection";
import { connectionLink } from "@/lib/server/database/schema";
import { callForAction } from "@/lib/server/router/call-again";
import { createAttempt, readAttempt } from "@/lib/server/router/connections/attempts";
import type { Browser } from "@/lib/server/router/connections/browser";
import { chooseAccounts } from "@/lib/server/router/connections/chat-accounts";
import { openAttempt } from "@/lib/server/router/connections/open-attempt";
import { returnFromConsent } from "@/lib/server/router/connections/return-from-consent";
import { withRouterClient } from "@/lib/server/router/pool";
import { type PlannedAction, type PlannedCall, wrapAction } from "@/lib/server/router/unwrap";
import { createRouter } from "@/lib/server/sandbox/router";
import { sha256 } from "@/lib/server/sandbox/router/identifiers";
import { routerStateSchema } from "@/lib/server/sandbox/router/store/schema";
import { serve } from "@/lib/server/sandbox/router/testing/serve";
import { testToolkit } from "@/lib/server/sandbox/router/testing/toolkit";
import { createUser } from "@/tests/support/installation";

const origin = "http://localhost:3000";
export const routerKey = "ak_test";

/** The person who starts to connect signs in as Jane; whoever is talked into consenting is Sam. */
type Identity = "jane-acme" | "sam-acme";

/** The embedded Tool Router over real HTTP: with a clock to turn, and an account of what was done as whom. */
export async function startConnectRouter(directory: string) {
  let time = Date.now();
  let refused: (request: Request) => boolean = () => false;
  let onNextCall: (() => Promise<unknown>) | undefined;
  const executed: string[] = [];
  const router = createRouter({
    directory,
    apiKey: routerKey,
    now: () => time,
    reportError: () => {},
    toolkit: {
      ...testToolkit,
      execute: async (call) => {
        executed.push(call.identity.username);
        return testToolkit.execute(call);
      },
    },
  });
  const server = await serve(async (request, path) => {
    if (refused(request)) return new Response("", { status: 500 });
    if (
      onNextCall &&
      path.includes("mcp") &&
      (await request.clone().text()).includes("tools/call")
    ) {
      const listener = onNextCall;
      onNextCall = undefined;
      await listener();
    }
    return router.handle(request, path.slice(1));
  });
  return {
    address: `${server.origin}/sandbox/composio`,
    /** The user names as which tools were run. */
    executed,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
    /** The callback address of a link, which the router keeps to itself. */
    callbackOf: async (link: string) => {
      const { accounts } = routerStateSchema.parse(
        JSON.parse(await readFile(join(directory, "router.json"), "utf8")),
      );
      const tokenHash = sha256(link.split("/").at(-1) ?? "");
      return (
        accounts.find((account) => account.link.tokenHash === tokenHash)?.link.callbackUrl ?? ""
      );
    },
    /** Calls back once, when the next tool call has arrived and nothing has been done about it. */
    onNextCall: (listener: () => Promise<unknown>) => {
      onNextCall = listener;
    },
    /** Answers 500 to the requests named; without a condition, to none. */
    refuse: (condition: (request: Request) => boolean = () => false) => {
      refused = condition;
    },
    close: () => server[Symbol.asyncDispose](),
  };
}

export type ConnectRouter = Awaited<ReturnType<typeof startConnectRouter>>;

/** A browser that is signed in as a user; without one, as a new user. */
export async function newBrowser(userId?: string): Promise<Browser> {
  return { userId: userId ?? (await createUser()), sessionId: randomUUID() };
}

/** The single-use value of our callback address. */
const secretOf = (callback: string) => new URL(callback).searchParams.get("state") ?? "";

/** An attempt to connect, and every browser that gets to see some of it. */
export class Attempt {
  readonly id: string;
  readonly starter: Browser;

  private constructor(id: string, starter: Browser) {
    this.id = id;
    this.starter = starter;
  }

  static async begin(starter: Browser): Promise<Attempt> {
    const { id } = await createAttempt({ userId: starter.userId, toolkit: "bitbucket" });
    return new Attempt(id, starter);
  }

  /** The provider's link, as the starter can take it out of the browser. */
  open(browser: Browser = this.starter): Promise<string> {
    return openAttempt(browser, this.id, origin);
  }

  async state() {
    return (await readAttempt(this.starter.userId, this.id)).state;
  }

  /** Makes a minute and more go by since its accounts were first seen to be active. */
  async passGrace(): Promise<void> {
    await (await database())
      .update(connectionLink)
      .set({ activeSince: new Date(Date.now() - 61_000) })
      .where(eq(connectionLink.attemptId, this.id));
  }
}

/** Somebody answers on the provider's page. @returns where the browser is sent back to; empty when the link does not work. */
export async function consent(
  link: string,
  identity: Identity,
  decision: "allow" | "deny" = "allow",
): Promise<string> {
  const answer = await fetch(link, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ decision, identity }),
  });
  return answer.headers.get("location") ?? "";
}

/** A browser follows the callback address; null is one in which nobody is signed in. */
export const comeBack = (browser: Browser | null, callback: string) =>
  returnFromConsent(browser, secretOf(callback));

const tool = "BITBUCKET_LIST_PULL_REQUESTS";
const action: PlannedAction = {
  tool,
  toolkit: "bitbucket",
  arguments: { workspace: "acme", repo_slug: "api" },
};
const call: PlannedCall = { kind: "batch", actions: [action], session: undefined };

/** The agent of a user does something in Bitbucket, as it does in a run. @returns what it came to */
export async function act({ userId }: Browser): Promise<string> {
  const { signal } = new AbortController();
  const choice = (await chooseAccounts({ userId }, ["bitbucket"])).get("bitbucket");
  const account = choice?.kind === "chosen" ? choice.account.id : undefined;
  const answer = await withRouterClient(userId, signal, (client) =>
    callForAction(client, { ...wrapAction(call, { ...action, account }), signal }, call.kind, {
      userId,
      toolkit: "bitbucket",
      // What changes something is not asked for again and again in an account's first minute.
      toolClass: "change",
    }),
  );
  return answer.kind;
}

/** The same past our own look at the accounts: what the router would do by itself. */
export async function actUnguarded({ userId }: Browser): Promise<void> {
  const { signal } = new AbortController();
  await withRouterClient(userId, signal, (client) =>
    client.call({ ...wrapAction(call, action), signal }),
  );
}

import type { Tool } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { type Connection, type HttpServer, startHttpServer } from "./http-server";
import { answerMcp, listedTool, textResult } from "./mcp-endpoint";
import { type ModelStep, modelStream, wantsStep, wholeAnswer } from "./model-stream";

/** Occurs in every link for signing in that the wire hands out. */
export const linkSecret = "lk_LINKSECRET";
const link = `https://connect.composio.dev/link/${linkSecret}`;

type Account = {
  id: string;
  userId: string;
  status: string;
  /** What it is called; `jane` where nothing is said. */
  name?: string;
  /** ISO 8601: when the status changed last. */
  updatedAt?: string;
  /** Where the browser is sent back to from the account's link. */
  callbackUrl?: string | undefined;
};
type Envelope = { data?: unknown; error?: string | null; successful?: boolean };
export type SentCall = { tool: string; arguments: Record<string, unknown> };

/** What the services do; a test sets what it needs. */
export type WireScript = {
  /** @param index how many steps this wire's model was asked for before */
  model(index: number, body: string): ModelStep | Response | Promise<ModelStep | Response>;
  /** Says a title; without this nothing that can be used as one. */
  title(body: string): string | Response | Promise<string | Response>;
  /** Does an inner tool; what it throws breaks the connection. */
  execute(call: SentCall, connection: Connection): Envelope | Promise<Envelope>;
  /** Answers a request of the router in its place. */
  router(request: Request): Response | undefined | Promise<Response | undefined>;
  /** Answers a `tools/call` in the place of the protocol's server. @param id of the protocol's request */
  answerCall(id: number, connection: Connection): Response | undefined | Promise<Response>;
  /** The tools the router lists in place of its own. */
  tools: readonly Tool[];
};

const toolCallSchema = z.object({
  id: z.number(),
  method: z.literal("tools/call"),
  params: z.object({
    name: z.string(),
    arguments: z.object({ tools: z.array(z.object({ tool_slug: z.string() })).optional() }),
  }),
});

const listedTools = [
  listedTool("COMPOSIO_SEARCH_TOOLS", { annotations: { readOnlyHint: true } }),
  listedTool("COMPOSIO_MULTI_EXECUTE_TOOL", { annotations: { destructiveHint: true } }),
  listedTool("COMPOSIO_MANAGE_CONNECTIONS", { annotations: { destructiveHint: true } }),
  listedTool("COMPOSIO_REMOTE_BASH_TOOL", { annotations: { destructiveHint: true } }),
];

const restAccount = ({
  id,
  userId,
  status,
  name = "jane",
  updatedAt = "2026-11-22T09:00:00Z",
}: Account) => ({
  id,
  user_id: userId,
  status,
  status_reason: null,
  toolkit: { slug: "bitbucket" },
  auth_config: { id: "ac_1", is_composio_managed: true, is_disabled: false },
  is_disabled: false,
  alias: name,
  created_at: "2026-11-22T09:00:00Z",
  updated_at: updatedAt,
});

const restSession = (origin: string, id: string, userId: string) => ({
  session_id: id,
  mcp: { type: "http", url: `${origin}/tool_router/${id}/mcp` },
  tool_router_tools: [],
  config: { user_id: userId, preload: { tools: [] } },
});

/** The hosted services at the other end of the wire: an OpenAI Responses API and a Composio Tool Router, scripted. */
export class FakeWire {
  script: Partial<WireScript> = {};
  /** Bodies of the model's requests for a step. */
  asked: string[] = [];
  /** Inner tools the router was told to run, in order. */
  sent: SentCall[] = [];
  /** Of each of these, the account it was to run as. */
  sentAs: (string | undefined)[] = [];
  /** Tools named by every `tools/call` that reached the router, whatever became of it. */
  arrived: string[] = [];
  /** Method and path of the requests to the router. */
  requests: string[] = [];
  /** Bodies of the sessions created. */
  sessions: unknown[] = [];
  accounts: Account[] = [];
  readonly #owners = new Map<string, string>();
  #links = 0;
  #server: HttpServer | undefined;

  static async start(): Promise<FakeWire> {
    const wire = new FakeWire();
    wire.#server = await startHttpServer((request, connection) =>
      wire.#answer(request, connection),
    );
    return wire;
  }

  get origin(): string {
    return this.#server?.origin ?? "";
  }

  /** Forgets what was asked and sent, and follows another script. */
  begin(script: Partial<WireScript>): void {
    this.script = script;
    this.asked = [];
    this.sent = [];
    this.sentAs = [];
    this.arrived = [];
    this.requests = [];
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  async #answer(request: Request, connection: Connection): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/v1/responses") return this.#model(await request.text());
    this.requests.push(`${request.method} ${pathname}`);
    const instead = await this.script.router?.(request);
    if (instead) return instead;
    const [, sessionId = ""] = /^\/tool_router\/([^/]+)\/mcp$/.exec(pathname) ?? [];
    if (sessionId) return this.#mcp(request, sessionId, connection);
    const [resource = "", id = "", verb = ""] = pathname
      .replace(/^\/api\/v3(\.\d)?\/(tool_router\/)?/, "")
      .split("/");
    if (resource === "connected_accounts" && request.method === "DELETE") {
      this.accounts = this.accounts.filter((account) => account.id !== id);
      return Response.json({ success: true });
    }
    if (resource === "connected_accounts") {
      const items = this.accounts
        .filter((account) => account.userId === searchParams.get("user_ids"))
        .map(restAccount);
      return Response.json({ items, next_cursor: null, total_pages: 1 });
    }
    if (resource !== "session")
      return Response.json({ error: { message: pathname } }, { status: 404 });
    if (id === "") return this.#createSession(await request.json());
    const owner = this.#owners.get(id);
    if (!owner) return Response.json({ error: { message: "gone" } }, { status: 404 });
    if (verb === "link") {
      const { callback_url: callbackUrl } = (await request.json()) as { callback_url?: string };
      return Response.json(this.#createLink(owner, callbackUrl), { status: 201 });
    }
    return Response.json(restSession(this.origin, id, owner));
  }

  async #model(body: string): Promise<Response> {
    if (!wantsStep(body)) {
      const title = (await this.script.title?.(body)) ?? "";
      return title instanceof Response ? title : wholeAnswer(title);
    }
    const index = this.asked.push(body) - 1;
    const step = (await this.script.model?.(index, body)) ?? { text: "Done." };
    return step instanceof Response ? step : modelStream(step);
  }

  #createSession(body: { user_id: string }): Response {
    this.sessions.push(body);
    const id = `trs_${this.sessions.length}`;
    this.#owners.set(id, body.user_id);
    return Response.json(restSession(this.origin, id, body.user_id), { status: 201 });
  }

  #createLink(userId: string, callbackUrl: string | undefined) {
    this.#links += 1;
    const id = `ca_${this.#links}`;
    this.accounts.push({ id, userId, status: "INITIATED", callbackUrl });
    return { link_token: linkSecret, redirect_url: link, connected_account_id: id };
  }

  async #mcp(request: Request, sessionId: string, connection: Connection): Promise<Response> {
    const text = request.method === "POST" ? await request.clone().text() : "null";
    const call = toolCallSchema.safeParse(JSON.parse(text)).data;
    if (call) {
      const { name, arguments: input } = call.params;
      this.arrived.push(...(input.tools?.map((item) => item.tool_slug) ?? [name]));
      const instead = await this.script.answerCall?.(call.id, connection);
      if (instead) return instead;
    }
    return answerMcp(request, {
      tools: this.script.tools ?? listedTools,
      call: async (call) => {
        if (call.name === "COMPOSIO_MANAGE_CONNECTIONS") {
          return textResult(JSON.stringify(this.#manageConnections(sessionId)));
        }
        const tools = call.arguments.tools as {
          tool_slug: string;
          arguments: SentCall["arguments"];
          account?: string;
        }[];
        const results: unknown[] = [];
        for (const [index, item] of tools.entries()) {
          const sent = { tool: item.tool_slug, arguments: item.arguments };
          this.sent.push(sent);
          this.sentAs.push(item.account);
          const envelope = (await this.script.execute?.(sent, connection)) ?? { data: {} };
          const response = { successful: !envelope.error, data: null, error: null, ...envelope };
          results.push({ response, tool_slug: item.tool_slug, index, error: response.error });
        }
        return textResult(JSON.stringify({ data: { results }, error: null, successful: true }));
      },
    });
  }

  #manageConnections(sessionId: string) {
    const owner = this.#owners.get(sessionId);
    const active = this.accounts.some(
      ({ userId, status }) => userId === owner && status === "ACTIVE",
    );
    const pending = { status: "initiated", redirect_url: link, instruction: `Share ${link}` };
    const result = { toolkit: "bitbucket", ...(active ? { status: "active" } : pending) };
    const data = { message: `Open ${link}`, results: { bitbucket: result } };
    return { data, error: null, successful: true };
  }
}

/** A call of the router's dispatcher, as a model makes it. */
export function dispatch(...tools: [tool: string, input: Record<string, unknown>][]) {
  return {
    name: "COMPOSIO_MULTI_EXECUTE_TOOL",
    arguments: {
      tools: tools.map(([tool_slug, input]) => ({ tool_slug, arguments: input })),
      sync_response_to_workbench: false,
    },
  };
}

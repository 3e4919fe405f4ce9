import { createHash } from "node:crypto";
import fs from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Composio } from "@composio/core";
import git from "isomorphic-git";
import { z } from "zod";
import { createSandbox } from "@/lib/server/sandbox";
import {
  bitbucketIdentities,
  executeBitbucketTool,
  readChangeLog,
} from "@/lib/server/sandbox/bitbucket";
import { copySharedTemplate } from "@/lib/server/sandbox/bitbucket/testing/shared-template";
import { handleModelRequest } from "@/lib/server/sandbox/model";
import { type HttpServer, startHttpServer } from "../support/http-server";

const username = "jane-acme";
const mount = "/sandbox/composio";

const callSchema = z.object({
  method: z.literal("tools/call"),
  params: z.object({
    name: z.string(),
    arguments: z.object({ tools: z.array(z.object({ tool_slug: z.string() })).optional() }),
  }),
});

/** The embedded Bitbucket behind the embedded router, over real HTTP, with a model of the test's own beside it. */
export class TestBitbucket {
  /** Inner tools the router was told to run, in order. */
  arrived: string[] = [];
  /** Answers the model's requests; the scripted model that comes with the app unless a test says otherwise. */
  model: ((body: string) => Response) | undefined;
  /** Changes a text of the router on its way to the app. */
  rewrite: (text: string) => string = (text) => text;
  readonly #directory: string;
  readonly #server: HttpServer;

  private constructor(directory: string, server: HttpServer) {
    this.#directory = directory;
    this.#server = server;
  }

  static async start(): Promise<TestBitbucket> {
    const directory = await mkdtemp(join(tmpdir(), "branchline-injection-"));
    await copySharedTemplate(directory);
    const configuration = { directory, routerKey: "ak_test", modelKey: "sk-test", wordInterval: 0 };
    const sandbox = createSandbox(configuration, (error) => {
      throw error;
    });
    const server = await startHttpServer(async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith("/v1/responses")) {
        const { model } = bitbucket;
        return model ? model(await request.text()) : handleModelRequest(request, configuration);
      }
      const isProtocol = pathname.endsWith("/mcp");
      if (isProtocol) bitbucket.#note(await request.clone().text());
      const path = pathname.split("/").slice(2).map(decodeURIComponent);
      const response = await sandbox.handle(request, path);
      if (!isProtocol) return response;
      const text = bitbucket.rewrite(await response.text());
      return new Response(text || null, { status: response.status, headers: response.headers });
    });
    const bitbucket = new TestBitbucket(directory, server);
    return bitbucket;
  }

  /** The router's address. */
  get address(): string {
    return `${this.#server.origin}${mount}`;
  }

  #note(body: string): void {
    const call = callSchema.safeParse(body ? JSON.parse(body) : null).data;
    if (!call) return;
    const { name, arguments: input } = call.params;
    this.arrived.push(...(input.tools?.map((item) => item.tool_slug) ?? [name]));
  }

  /** Connects the person's account, as the consent page would. */
  async connect(userId: string): Promise<void> {
    const composio = new Composio({
      apiKey: "ak_test",
      baseURL: this.address,
      allowTracking: false,
      disableVersionCheck: true,
    });
    const session = await composio.create(userId, { toolkits: ["bitbucket"], mcp: true });
    const { redirectUrl } = await session.authorize("bitbucket");
    const body = new URLSearchParams({ decision: "allow", identity: username });
    await fetch(redirectUrl ?? "", { method: "POST", body });
  }

  /** The person's own Bitbucket, reached past the app, as a colleague's browser would. */
  open(userId: string) {
    const world = createHash("sha256").update(`${userId}:${username}`).digest("hex").slice(0, 32);
    const directory = this.#directory;
    const identity = bitbucketIdentities.find((one) => one.username === username);
    if (!identity) throw new Error(`There is no ${username}.`);
    return {
      changes: () => readChangeLog({ directory, world }),
      async run(tool: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
        const slug = `BITBUCKET_${tool}`;
        const call = { directory, world, identity, slug, arguments: input };
        const outcome = await executeBitbucketTool(call);
        if (!outcome.successful) throw new Error(`${slug}: ${outcome.error}`);
        return outcome.data;
      },
      /** Commits a file to a branch of `workspace/repository`. */
      async commitFile(repository: string, path: string, text: string, branch = "main") {
        const place = { fs, gitdir: join(directory, "worlds", world, repository) };
        const parent = await git.resolveRef({ ...place, ref: branch });
        const blob = new TextEncoder().encode(text);
        const oid = await git.writeBlob({ ...place, blob });
        const { tree } = await git.readTree({ ...place, oid: parent });
        const entry = { mode: "100644", path, oid, type: "blob" as const };
        const changed = await git.writeTree({ ...place, tree: [...tree, entry] });
        await git.commit({
          ...place,
          message: "Add notes",
          tree: changed,
          parent: [parent],
          ref: `refs/heads/${branch}`,
          author: { name: "Mallory", email: "mallory@example.com" },
        });
      },
    };
  }

  async stop(): Promise<void> {
    await this.#server.close();
    await rm(this.#directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

export type OpenBitbucket = ReturnType<TestBitbucket["open"]>;

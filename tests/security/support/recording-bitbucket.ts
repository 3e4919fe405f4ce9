import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  bitbucketIdentities,
  bitbucketTools,
  executeBitbucketTool,
} from "@/lib/server/sandbox/bitbucket";
import { copySharedTemplate } from "@/lib/server/sandbox/bitbucket/testing/shared-template";
import { createRouter } from "@/lib/server/sandbox/router";
import { ScriptedModel } from "../../faults/scripted-model";
import { serviceSettings } from "../../faults/services";
import { startHttpServer } from "../../support/http-server";

/** A call as Bitbucket saw it, reads included. */
export type SeenCall = {
  /** Whose Bitbucket it was, as {@link worldOf} names it. */
  world: string;
  username: string;
  tool: string;
  arguments: Record<string, unknown>;
  successful: boolean;
  data: unknown;
};

/** The name of a person's own embedded Bitbucket, as one of its made-up people. */
export const worldOf = (userId: string, username: string) =>
  createHash("sha256").update(`${userId}:${username}`).digest("hex").slice(0, 32);

/** The embedded router and Bitbucket, which write down everything they are told to do, beside a scripted model. */
export async function startRecordingBitbucket() {
  const directory = await mkdtemp(join(tmpdir(), "branchline-audit-"));
  await copySharedTemplate(directory);
  const seen: SeenCall[] = [];
  const model = new ScriptedModel();
  const settings = serviceSettings("");
  const router = createRouter({
    directory,
    apiKey: settings.COMPOSIO_API_KEY,
    reportError: (error) => console.error(error),
    toolkit: {
      slug: "bitbucket",
      name: "Bitbucket",
      description: "Git repositories.",
      permissions: [],
      tools: bitbucketTools,
      identities: bitbucketIdentities,
      execute: async (call) => {
        const outcome = await executeBitbucketTool(call);
        const { world, slug: tool, arguments: input } = call;
        const { successful, data } = outcome;
        const { username } = call.identity;
        seen.push({ world, username, tool, arguments: input, successful, data });
        return outcome;
      },
    },
  });
  const server = await startHttpServer((request) => {
    const [first, , ...rest] = new URL(request.url).pathname.slice(1).split("/");
    return first === "sandbox"
      ? router.handle(request, rest.map(decodeURIComponent))
      : model.answer(request);
  });
  return {
    seen,
    model,
    /** Of a server that uses it. */
    settings: serviceSettings(server.origin),
    async close() {
      await server.close();
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

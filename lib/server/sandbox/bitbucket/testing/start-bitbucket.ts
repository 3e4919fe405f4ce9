import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { SandboxIdentity, ToolOutcome } from "@/lib/server/sandbox/contract";
import { findTool } from "../catalogue";
import { bitbucketIdentities, executeBitbucketTool, readChangeLog } from "../index";
import { copySharedTemplate } from "./shared-template";

const refusalSchema = z.strictObject({
  http_error: z.string(),
  status_code: z.int(),
  message: z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(
      z.strictObject({
        type: z.literal("error"),
        error: z.strictObject({
          message: z.string(),
          detail: z.unknown().optional(),
          fields: z.record(z.string(), z.array(z.string())).optional(),
          data: z.record(z.string(), z.unknown()).optional(),
        }),
      }),
    ),
});

type Input = Record<string, unknown>;

/** An embedded Bitbucket in a folder of its own, for tests. */
export async function startBitbucket() {
  const directory = await mkdtemp(join(tmpdir(), "branchline-bitbucket-"));
  await copySharedTemplate(directory);
  return {
    directory,
    /** A world as one identity sees it; the slug's prefix `BITBUCKET_` is left out. */
    open(world: string, username = "jane-acme") {
      const identity = identityNamed(username);
      const call = (slug: string, input: Input): Promise<ToolOutcome> =>
        executeBitbucketTool({
          directory,
          world,
          identity,
          slug: `BITBUCKET_${slug}`,
          arguments: input,
        });
      const data = async (slug: string, input: Input = {}): Promise<Input> => {
        const outcome = await call(slug, input);
        if (!outcome.successful) throw new Error(`${slug}: ${outcome.error}`);
        findTool(`BITBUCKET_${slug}`)?.output.parse(outcome.data);
        return outcome.data;
      };
      return {
        call,
        /** The data of a call that has to succeed, checked against what the tool promises. */
        data,
        /** The same, read with a schema. */
        async read<Output>(schema: z.ZodType<Output>, slug: string, input: Input = {}) {
          return schema.parse(await data(slug, input));
        },
        /** Status and body of a call that has to be refused. */
        async refusal(slug: string, input: Input = {}) {
          const outcome = await call(slug, input);
          if (outcome.successful) throw new Error(`${slug} was not refused.`);
          const {
            status_code: status,
            http_error: line,
            message,
          } = refusalSchema.parse(outcome.data);
          return { status, line, ...message.error, error: outcome.error };
        },
        changes: () => readChangeLog({ directory, world }),
        gitdir: (fullName: string) => join(directory, "worlds", world, ...fullName.split("/")),
      };
    },
    stop: () => rm(directory, { recursive: true, force: true }),
  };
}

export function identityNamed(username: string): SandboxIdentity {
  const identity = bitbucketIdentities.find((candidate) => candidate.username === username);
  if (!identity) throw new Error(`There is no identity ${username}.`);
  return identity;
}

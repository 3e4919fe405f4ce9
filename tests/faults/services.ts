import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createSandbox } from "@/lib/server/sandbox";
import { readChangeLog } from "@/lib/server/sandbox/bitbucket/store/read-change-log";
import { startHttpServer } from "../support/http-server";
import { ScriptedModel } from "./scripted-model";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy";

const routerKey = "ak_faults_0123456789";
const modelKey = "sk-faults-0123456789";

/** Settings of a server whose router and model are behind `origin`. */
export const serviceSettings = (origin: string) => ({
  COMPOSIO_API_KEY: routerKey,
  COMPOSIO_BASE_URL: `${origin}/sandbox/composio`,
  OPENAI_API_KEY: modelKey,
  OPENAI_BASE_URL: `${origin}/v1`,
});

export type Services = AsyncDisposable & {
  model: ScriptedModel;
  /** Between the server and its services. */
  network: TcpProxy;
  /** What Bitbucket itself says was changed, in nobody's order. */
  changes(): Promise<{ tool: string; arguments: Record<string, unknown> }[]>;
};

/** The embedded router and Bitbucket with a scripted model, in this process: they survive the server that uses them. */
export async function startServices(directory: string): Promise<Services> {
  const model = new ScriptedModel();
  const sandbox = createSandbox({ directory, routerKey, modelKey, wordInterval: 0 }, (error) =>
    console.error(error),
  );
  const server = await startHttpServer((request) => {
    const [first, ...rest] = new URL(request.url).pathname.slice(1).split("/");
    return first === "sandbox"
      ? sandbox.handle(request, rest.map(decodeURIComponent))
      : model.answer(request);
  });
  const network = await startTcpProxy({
    host: "127.0.0.1",
    port: Number(new URL(server.origin).port),
  });
  return {
    model,
    network,
    async changes() {
      const worlds = await readdir(join(directory, "worlds"));
      const logs = await Promise.all(worlds.map((world) => readChangeLog({ directory, world })));
      return logs.flat().map((entry) => ({ tool: entry.slug, arguments: entry.arguments }));
    },
    async [Symbol.asyncDispose]() {
      await network.close();
      await server.close();
    },
  };
}

import { randomUUID } from "node:crypto";
import { type OwnServer, startServer } from "../../support/own-server";

/** A server that takes whatever is at this address for the hosted model and the hosted tool router. */
export function startHostedServer(
  address: string,
  settings: Record<string, string> = {},
  folder?: string,
): Promise<OwnServer> {
  return startServer(
    {
      AUTH_SECRET: randomUUID() + randomUUID(),
      OPENAI_API_KEY: "key-of-the-model",
      OPENAI_BASE_URL: `${address}/v1`,
      COMPOSIO_API_KEY: "key-of-the-router",
      COMPOSIO_BASE_URL: address,
      ...settings,
    },
    folder === undefined ? {} : { folder },
  );
}

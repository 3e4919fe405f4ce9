import { connectRouter } from "../../lib/server/router/mcp-client.ts";

// The client under test of the official conformance suite: our adapter, doing what each scenario expects of any client.
const [url = ""] = process.argv.slice(2);
const client = await connectRouter({
  url,
  headers: {},
  requestTimeout: 20_000,
  streamTimeout: 40_000,
});
const signal = AbortSignal.timeout(40_000);
for (const tool of client.tools) {
  const properties = Object.keys(tool.inputSchema.properties ?? {});
  await client.call({
    name: tool.name,
    arguments: Object.fromEntries(properties.map((name, index) => [name, index + 1])),
    signal,
  });
}
client.close();

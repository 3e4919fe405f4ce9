import type { NextConfig } from "next";
import { securityHeaders } from "./lib/server/headers/security-headers.ts";

const configuration: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The server with just what it reads (docs/decisions/025-containers.md).
  output: "standalone",
  outputFileTracingRoot: import.meta.dirname,
  // The embedded services open folders by names that only a running server knows: the bundler would take them for these.
  outputFileTracingExcludes: {
    "/sandbox/**": ["{.data,.git,app,components,docs,pages,scripts,test-results,tests}/**"],
  },
  headers: async () => securityHeaders,
  // Nothing of ours uses Next's image service, which fetches addresses that its caller names.
  images: { unoptimized: true },
  experimental: {
    // What a form of ours sends is far below it; more would be held in memory on its way through proxy.ts.
    proxyClientMaxBodySize: "1mb",
    // Every page would be read before the first is answered, and held by servers that nobody asks for it.
    preloadEntriesOnStart: false,
  },
  // These read files beside their own code (WebAssembly, native addons) or break when bundled.
  serverExternalPackages: [
    "@composio/core",
    "@electric-sql/pglite",
    "@node-rs/argon2",
    // Not bundled, so that what is not used is not read, and a test can see that.
    "@opentelemetry/context-async-hooks",
    "@opentelemetry/core",
    "@opentelemetry/exporter-metrics-otlp-http",
    "@opentelemetry/exporter-metrics-otlp-proto",
    "@opentelemetry/exporter-prometheus",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/exporter-trace-otlp-proto",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-metrics",
    "@opentelemetry/sdk-trace",
    "isomorphic-git",
  ],
};

export default configuration;

import type { NextConfig } from "next";
import { securityHeaders } from "./lib/server/headers/security-headers.ts";

const configuration: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => securityHeaders,
  // Nothing of ours uses Next's image service, which fetches addresses that its caller names.
  images: { unoptimized: true },
  // What a form of ours sends is far below it; more would be held in memory on its way through proxy.ts.
  experimental: { proxyClientMaxBodySize: "1mb" },
  // These read files beside their own code (WebAssembly, native addons) or break when bundled.
  serverExternalPackages: [
    "@composio/core",
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "isomorphic-git",
  ],
};

export default configuration;

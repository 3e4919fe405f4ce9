import type { NextConfig } from "next";

const configuration: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // These read files beside their own code (WebAssembly, native addons) or break when bundled.
  serverExternalPackages: [
    "@composio/core",
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "isomorphic-git",
  ],
};

export default configuration;

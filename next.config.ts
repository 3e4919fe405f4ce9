import type { NextConfig } from "next";

const configuration: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Also on the 404 of a revoked share: what a search engine or a log may keep of one is nothing.
  headers: async () => [
    {
      source: "/share/:path*",
      headers: [
        { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" },
        { key: "Referrer-Policy", value: "no-referrer" },
      ],
    },
  ],
  // These read files beside their own code (WebAssembly, native addons) or break when bundled.
  serverExternalPackages: [
    "@composio/core",
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "isomorphic-git",
  ],
};

export default configuration;

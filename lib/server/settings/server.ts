import { z } from "zod";
import { httpAddress, integer } from "./fields.ts";

export const serverSettings = {
  PORT: integer(1, 65_535).default(3000).describe("TCP port of the web server."),
  DATA_DIR: z
    .string()
    .default(".data")
    .describe("Folder of the embedded database, the embedded services and the generated secrets."),
  APP_URL: httpAddress
    .optional()
    .describe(
      "The public address, behind a proxy; without it the browser's own is used. With https, cookies go over https alone.",
    ),
  REPORT_ADDRESS: z
    .url({
      protocol: /^(mailto|https?)$/,
      error: "must be an address that starts with mailto:, https:// or http://",
    })
    .optional()
    .describe(
      "Where readers of a shared copy may report it: a mailto:, https:// or http:// address. Without it they are offered none.",
    ),
  TRUST_PROXY: integer(0, 10)
    .default(0)
    .describe(
      "How many proxies of one's own are in front. Without one, `X-Forwarded-*` headers are ignored.",
    ),
};

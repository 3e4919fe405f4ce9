import { z } from "zod";

/** `POST /api/tools/{name}/accept`. The hash stands for exactly the change that was looked at. */
export const acceptToolSchema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/, "This is not the hash of a tool."),
});

import { readText } from "@/lib/server/http/body";
import { publicHandler } from "@/lib/server/http/public-handler";
import { receiveWebhook } from "@/lib/server/router/connections/webhook";

/** Where the router tells of accounts that have expired. */
export const POST = publicHandler(
  async ({ request }) => {
    const header = (name: string) => request.headers.get(`webhook-${name}`) ?? "";
    await receiveWebhook({
      payload: await readText(request),
      id: header("id"),
      timestamp: header("timestamp"),
      signature: header("signature"),
    });
    return new Response(null, { status: 204 });
  },
  { origin: "any" },
);

import { readAttachment } from "@/lib/server/attachments/read-attachment";
import { removeAttachment } from "@/lib/server/attachments/remove-attachment";
import { storeAttachment } from "@/lib/server/attachments/store-attachment";
import { readBytes } from "@/lib/server/http/body";
import { attachmentHeaders } from "@/lib/server/http/download";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { imageSizeLimit } from "@/lib/shared/limits";

type Parameters = { attachmentId: string };

const idOf = ({ attachmentId }: Parameters) => identifier(attachmentId, "file");

export const GET = handler<Parameters>(async ({ parameters, user }) => {
  const { attachment, content } = await readAttachment(user.id, idOf(parameters));
  return new Response(Buffer.from(content), { headers: attachmentHeaders(attachment) });
});

export const PUT = handler<Parameters>(
  async ({ request, parameters, user }) => {
    const id = idOf(parameters);
    const name = new URL(request.url).searchParams.get("name") ?? "";
    const content = await readBytes(request, imageSizeLimit);
    return Response.json(await storeAttachment(user.id, { id, name, content }));
  },
  { bodyLimit: imageSizeLimit },
);

export const DELETE = handler<Parameters>(async ({ parameters, user }) => {
  await removeAttachment(user.id, idOf(parameters));
  return new Response(null, { status: 204 });
});

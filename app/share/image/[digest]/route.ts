import { notFound } from "@/lib/server/errors";
import { publicHandler } from "@/lib/server/http/public-handler";
import { shareImage } from "@/lib/server/sharing/image";
import { readImageTitle } from "@/lib/server/sharing/read-share";

/** The picture of a share, for other sites. Named by what the copy says: the page can tell its address before it has one itself. */
export const GET = publicHandler<{ digest: string }>(async ({ parameters }) => {
  const title = await readImageTitle(parameters.digest);
  if (title === null) throw notFound("picture");
  return shareImage(title);
});

import type { Comment } from "../store/comment-schema";
import type { WorldDocument } from "../store/world-schema";
import { viewAccountOf } from "./account-view";
import { apiLink, siteLink, timestamp } from "./links";
import { rendered } from "./rendered";

/**
 * @param type `issue_comment`, `pullrequest_comment` or `snippet_comment`.
 * @param address The commented thing's path in the API and on the site.
 */
export function viewComment(
  document: WorldDocument,
  type: string,
  address: { api: string; site: string },
  comment: Comment,
) {
  return {
    type,
    id: comment.id,
    content: rendered(comment.content),
    user: viewAccountOf(document, comment.author),
    created_on: timestamp(comment.createdOn),
    updated_on: timestamp(comment.updatedOn),
    deleted: false,
    ...(comment.parent === null ? {} : { parent: { id: comment.parent } }),
    ...(comment.inline === null ? {} : { inline: comment.inline }),
    links: {
      self: apiLink(`${address.api}/comments/${comment.id}`),
      html: siteLink(`${address.site}#comment-${comment.id}`),
    },
  };
}

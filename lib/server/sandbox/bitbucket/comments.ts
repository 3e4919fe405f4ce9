import { notFound } from "./provider-error";
import type { ToolSession } from "./session";
import type { Comment } from "./store/comment-schema";

/** Adds a comment of the viewer to a thread. A reply to a comment of another thread is a 404. */
export function addComment(
  session: ToolSession,
  comments: Comment[],
  text: { content: string; parent?: number | undefined; inline?: Comment["inline"] },
): Comment {
  const parent = text.parent ?? null;
  if (parent !== null && !comments.some(({ id }) => id === parent)) {
    throw notFound(`Comment ${parent} not found`);
  }
  session.document.lastCommentId += 1;
  const comment: Comment = {
    id: session.document.lastCommentId,
    author: session.viewer.uuid,
    content: text.content,
    createdOn: session.now,
    updatedOn: session.now,
    parent,
    inline: text.inline ?? null,
  };
  comments.push(comment);
  return comment;
}

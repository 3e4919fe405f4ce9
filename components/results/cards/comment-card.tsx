import { MessageSquare } from "lucide-react";
import { z } from "zod";
import { useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { defineResult } from "../define-result";
import { Entry as ListEntry } from "../list/entry";
import { Card } from "../parts/card";
import { ClampedText } from "../parts/clamped-text";
import { Code } from "../parts/code";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import { optionalAccount } from "../schema/account";
import { contentText, identifier, optional, optionalNumber, optionalText } from "../schema/fields";

const commentSchema = z
  .object({
    id: identifier,
    content: contentText,
    user: optionalAccount,
    author: optionalAccount,
    inline: optional(z.object({ path: z.string(), to: optionalNumber })),
    created_on: optionalText,
  })
  .refine((comment) => comment.content !== undefined, "A comment needs its text.");
type Comment = z.infer<typeof commentSchema>;

function CommentEntry({ comment }: { comment: Comment }) {
  const author = comment.user ?? comment.author;
  return (
    <ListEntry>
      <div className="flex gap-2.5">
        <MessageSquare aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
        <div className="min-w-0 flex-1">
          <ClampedText text={comment.content ?? ""} />
          <MetaLine>
            {author ? (
              <Meta>
                <PlainText text={author.name} />
              </Meta>
            ) : null}
            {comment.inline ? (
              <Meta>
                <Code
                  text={`${comment.inline.path}${comment.inline.to ? `:${comment.inline.to}` : ""}`}
                />
              </Meta>
            ) : null}
            {comment.created_on ? (
              <Meta>
                <RelativeTime time={comment.created_on} />
              </Meta>
            ) : null}
          </MetaLine>
        </div>
      </div>
    </ListEntry>
  );
}

export const commentResult = defineResult(commentSchema, ({ value }) => (
  <Card label={useWords("results").cards.comment}>
    <ul>
      <CommentEntry comment={value} />
    </ul>
  </Card>
));

/** A conversation: in its order, and not the latest first. */
export const commentListResult = defineList(commentSchema, {
  noun: "comment",
  keyOf: (comment) => comment.id,
  row: (comment) => <CommentEntry comment={comment} />,
});

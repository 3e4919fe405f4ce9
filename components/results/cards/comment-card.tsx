import { MessageSquare } from "lucide-react";
import { z } from "zod";
import { defineResult } from "../define-result";
import { Card } from "../parts/card";
import { ClampedText } from "../parts/clamped-text";
import { Code } from "../parts/code";
import { EntryList, Entry as ListEntry } from "../parts/entry-list";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import { optionalAccount } from "../schema/account";
import { contentText, identifier, optional, optionalNumber, optionalText } from "../schema/fields";
import { pagedSchema } from "../schema/paged";

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
  <Card label="Comment">
    <ul>
      <CommentEntry comment={value} />
    </ul>
  </Card>
));

export const commentListResult = defineResult(pagedSchema(commentSchema), ({ value }) => (
  <EntryList list={value} noun={["comment", "comments"]} keyOf={(comment) => comment.id}>
    {(comment) => <CommentEntry comment={comment} />}
  </EntryList>
));

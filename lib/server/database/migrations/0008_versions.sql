ALTER TABLE "run" DROP CONSTRAINT "run_user_message_id_unique";--> statement-breakpoint
DROP INDEX "message_chat_id_sequence_index";--> statement-breakpoint
ALTER TABLE "chat" ADD COLUMN "head_id" uuid;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "request_id" uuid;--> statement-breakpoint
-- What was written so far is one version: each message comes after the one before it.
UPDATE "message" SET "parent_id" = "before"."parent_id" FROM (
	SELECT "id", coalesce(lag("id") OVER (PARTITION BY "chat_id" ORDER BY "sequence"), "chat_id") AS "parent_id" FROM "message"
) AS "before" WHERE "before"."id" = "message"."id";--> statement-breakpoint
UPDATE "chat" SET "head_id" = "last"."id" FROM (
	SELECT DISTINCT ON ("chat_id") "chat_id", "id" FROM "message" ORDER BY "chat_id", "sequence" DESC
) AS "last" WHERE "last"."chat_id" = "chat"."id";--> statement-breakpoint
UPDATE "run" SET "request_id" = "user_message_id";--> statement-breakpoint
ALTER TABLE "message" ALTER COLUMN "parent_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "run" ALTER COLUMN "request_id" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "message_chat_id_parent_id_sequence_index" ON "message" USING btree ("chat_id","parent_id","sequence");--> statement-breakpoint
CREATE INDEX "run_chat_id_index" ON "run" USING btree ("chat_id");--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_request_id_unique" UNIQUE("request_id");

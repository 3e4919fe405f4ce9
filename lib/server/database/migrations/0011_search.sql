CREATE TABLE "search_entry" (
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"chat_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "search_entry_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"words" "tsvector",
	CONSTRAINT "search_entry_kind_id_pk" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_chat_id_chat_id_fk" FOREIGN KEY ("chat_id") REFERENCES "public"."chat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entry_user_id_sequence_index" ON "search_entry" USING btree ("user_id","sequence");--> statement-breakpoint
CREATE INDEX "search_entry_chat_id_index" ON "search_entry" USING btree ("chat_id");--> statement-breakpoint
CREATE INDEX "search_entry_words" ON "search_entry" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_entry_backlog" ON "search_entry" USING btree ("sequence") WHERE words is null;--> statement-breakpoint
-- What was written so far is found as well: its words are indexed after the start.
INSERT INTO "search_entry" ("kind", "id", "chat_id", "user_id")
SELECT "kind", "id", "chat_id", "user_id" FROM (
	SELECT 'title' AS "kind", "id", "id" AS "chat_id", "user_id", "created_at", 0 AS "place" FROM "chat"
	UNION ALL
	SELECT 'message', "message"."id", "chat_id", "user_id", "message"."created_at", "sequence" FROM "message" JOIN "chat" ON "chat"."id" = "chat_id"
) AS "written" ORDER BY "created_at", "place";

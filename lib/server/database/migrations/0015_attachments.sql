CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"chat_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"media_type" text,
	"width" integer,
	"height" integer,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_chat_id_chat_id_fk" FOREIGN KEY ("chat_id") REFERENCES "public"."chat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_user_id_index" ON "attachment" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "attachment_chat_id_index" ON "attachment" USING btree ("chat_id");--> statement-breakpoint
CREATE INDEX "attachment_unsent" ON "attachment" USING btree ("created_at") WHERE chat_id is null;
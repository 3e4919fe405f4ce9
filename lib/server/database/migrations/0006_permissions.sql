CREATE TABLE "permission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"chat_id" uuid,
	"tool" text NOT NULL,
	"toolkit" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "permission_once" UNIQUE NULLS NOT DISTINCT("user_id","chat_id","tool")
);
--> statement-breakpoint
ALTER TABLE "action" ADD COLUMN "original_arguments" jsonb;--> statement-breakpoint
ALTER TABLE "action" ADD COLUMN "permission_id" uuid;--> statement-breakpoint
ALTER TABLE "action" ADD COLUMN "permission_scope" text;--> statement-breakpoint
ALTER TABLE "permission" ADD CONSTRAINT "permission_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission" ADD CONSTRAINT "permission_chat_id_chat_id_fk" FOREIGN KEY ("chat_id") REFERENCES "public"."chat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "permission_chat_id_index" ON "permission" USING btree ("chat_id");